import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { checkImport, startImport } from '@/lib/imports/server/import-run'
import { enqueue } from '@/lib/server/outbox'
import { tasks } from '@/scripts/tasks'
import { aDealership, aMobile, type GivenDealership } from '../../support/given'

vi.setConfig({ testTimeout: 60_000 })

/** Does everything that waits in the queue, as the worker would. */
const work = () =>
  runOnce({
    connectionString: process.env.JOBS_DATABASE_URL,
    taskList: tasks,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  })

const messages = (here: GivenDealership) => here.inside((tx) => tx.outboxMessage.findMany())
const again = (here: GivenDealership, task: string, payload: Record<string, string>) =>
  here.inside((tx) => enqueue(tx, task, { dealershipId: here.dealershipId, ...payload }))

async function anImport(here: GivenDealership) {
  const bytes = new TextEncoder().encode('车牌号,车主姓名,手机号\n沪A12345,张伟,13800001111')
  const manager = here.as('serviceManager')
  const { id } = await checkImport(manager, { kind: 'customers', fileName: 'a.csv', bytes })
  await startImport(manager, { id, take: 'all' })
  const run = () => here.inside((tx) => tx.importRun.findFirstOrThrow({ where: { id } }))
  return { id, run }
}

test('a message leaves through the queue once, also when its job comes twice', async () => {
  const here = await aDealership()
  await requestPhoneCode(here.asVisitor(), { phone: aMobile() })
  await work()
  const sent = await messages(here)
  expect(sent).toMatchObject([{ status: 'sent', attempts: 1 }])
  await again(here, 'deliver-message', { messageId: sent[0]!.id })
  await work()
  expect(await messages(here)).toEqual(sent)
})

test('an import runs through the queue once, also when its job comes twice', async () => {
  const here = await aDealership()
  const { id, run } = await anImport(here)
  await work()
  const done = await run()
  expect(done).toMatchObject({ status: 'done', totals: { imported: 1, skipped: 0 } })
  await again(here, 'run-import', { runId: id })
  await work()
  expect(await run()).toEqual(done)
  expect(await here.inside((tx) => tx.vehicle.count())).toBe(1)
})

test('an import that failed at its last try says so, and can be started again', async () => {
  const here = await aDealership()
  const { id, run } = await anImport(here)
  const { sha256 } = await run()
  await rm(join(process.env.STORAGE_DIR ?? '', 'imports', here.dealershipId, sha256))
  const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  await owner.query(
    `UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1 WHERE key = 'import:' || $1`,
    [id],
  )
  await owner.end()
  await work()
  expect(await run()).toMatchObject({ status: 'failed', progress: 0 })
  await startImport(here.as('serviceManager'), { id, take: 'all' })
  expect(await run()).toMatchObject({ status: 'running', finishedAt: null })
})
