import { database } from '@/lib/server/db'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aDealership, NOW } from '../support/given'
import { manyCars } from '../support/many-cars'

// The nightly run over many cars of one dealership: the first night lists all that is due, the second finds it done.
const cars = Number(process.argv[2] ?? 100_000)
const { dealershipId } = await aDealership()
const timed = async (what: string, work: () => Promise<unknown>) => {
  const begun = performance.now()
  const answer = await work()
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s ${JSON.stringify(answer ?? '')}`)
}
await timed(`${cars} cars made`, () => manyCars(dealershipId, cars, NOW))
await timed('first night', () => runReminders(dealershipId, NOW))
await timed('second night', () => runReminders(dealershipId, new Date(NOW.getTime() + 86_400_000)))
await database().$disconnect()
