// The worker: delivers messages, watches the clock for every dealership, seals the event chain. Started by npm start.
import { run } from 'graphile-worker'
import { database } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { sealAll } from '@/lib/server/event-chain'
import { log, reportFault } from '@/lib/server/log'
import { tasks } from './tasks'

const SEAL_EVERY_MS = 2000

async function main() {
  const connectionString = env().JOBS_DATABASE_URL
  if (!connectionString) throw new Error('JOBS_DATABASE_URL is not set')
  const runner = await run({
    connectionString,
    taskList: tasks,
    // Night in China; made up for when the house was closed at that time.
    crontab: `* * * * * watch-clock ?max=3&jobKey=watch-clock
      7 18 * * * lay-out ?max=3&jobKey=lay-out&fill=1d
      53 18 * * * remind ?max=5&jobKey=remind&fill=1d
      23 19 * * * tidy-up ?max=3&jobKey=tidy-up&fill=1d`,
    concurrency: 4,
    noHandleSignals: true,
  })
  await runner.addJob('lay-out', undefined, { jobKey: 'lay-out' })
  let sealing = true
  const chain = (async () => {
    while (sealing) {
      await sealAll(database()).catch((error: unknown) => reportFault(error, 'seal-events'))
      await new Promise((resolve) => setTimeout(resolve, SEAL_EVERY_MS))
    }
  })()
  const stop = async () => {
    sealing = false
    await runner.stop().catch(() => {})
    await chain
    await database().$disconnect()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  log.info('worker ready')
}

main().catch((error: unknown) => {
  reportFault(error, 'worker')
  process.exit(1)
})
