import { database } from '@/lib/server/db'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aDealership, NOW } from '../support/given'
import { manyCars } from '../support/many-cars'

// The nightly run over many cars of one dealership: the first night lists all that is due, the second finds it done.
const cars = Number(process.argv[2] ?? 100_000)
const { dealershipId } = await aDealership()
/** A night over 100,000 cars. */
const MOST_SECONDS = 60
const timed = async (what: string, work: () => Promise<unknown>, most = Infinity) => {
  const begun = performance.now()
  const answer = await work()
  const seconds = (performance.now() - begun) / 1000
  const verdict =
    most === Infinity ? '' : seconds <= most ? `(at most ${most}): met` : `(at most ${most}): NOT MET`
  console.log(`${what}: ${seconds.toFixed(1)} s ${verdict} ${JSON.stringify(answer ?? '')}`)
  if (seconds > most) process.exitCode = 1
}
await timed(`${cars} cars made`, () => manyCars(dealershipId, cars, NOW))
await timed('first night', () => runReminders(dealershipId, NOW), MOST_SECONDS)
const next = new Date(NOW.getTime() + 86_400_000)
await timed('second night', () => runReminders(dealershipId, next), MOST_SECONDS)
await database().$disconnect()
