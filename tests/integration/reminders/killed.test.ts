import { spawn } from 'node:child_process'
import pg from 'pg'
import { expect, test } from 'vitest'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { asTenant, database } from '@/lib/server/db'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { manyCars } from '../../support/many-cars'
import { remindersOf, tasksOf } from './given-cars'

const CARS = 200

async function jobKeys() {
  const client = new pg.Client({ connectionString: process.env.JOBS_DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ key: string }>(
    `SELECT key FROM graphile_worker.jobs WHERE key LIKE 'message:%'`,
  )
  await client.end()
  return rows.map(({ key }) => key)
}

const batchesDone = ({ dealershipId }: GivenDealership) =>
  asTenant(database(), dealershipId, (tx) => tx.event.count({ where: { name: 'reminder.run' } }))

/** Runs the program in a process of its own and kills it without warning `after` some batches. */
async function killedAfter(here: GivenDealership, after: number): Promise<void> {
  const before = await batchesDone(here)
  const child = spawn(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      'tsx',
      'tests/support/remind-program.ts',
      here.dealershipId,
      NOW.toISOString(),
    ],
    { stdio: 'ignore' },
  )
  const gone = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  )
  while ((await batchesDone(here)) < before + after && child.exitCode === null)
    await new Promise(setImmediate)
  child.kill('SIGKILL')
  expect(await gone).toBe('SIGKILL')
}

/** What a run leaves, told without ids. */
async function outcome(here: GivenDealership) {
  const plates = new Map(
    (await here.inside((tx) => tx.vehicle.findMany({ select: { id: true, plate: true } }))).map((car) => [
      car.id,
      car.plate,
    ]),
  )
  return {
    tasks: (await tasksOf(here))
      .map((task) => [plates.get(task.vehicleId), task.class, task.cycle, task.remindedAt])
      .sort(),
    messages: (await remindersOf(here)).map(({ facts }) => (facts as { plate: string }).plate).sort(),
    dues: await here.inside((tx) => tx.vehicleDue.count()),
  }
}

test(
  'S1-01 C23 a run that is killed again and again, and then run to its end, leaves what one run leaves',
  { timeout: 120_000 },
  async () => {
    const [calm, troubled] = [await aDealership(), await aDealership()]
    for (const { dealershipId } of [calm, troubled]) await manyCars(dealershipId, CARS, NOW)
    await runReminders(calm.dealershipId, NOW)
    const wanted = await outcome(calm)
    expect(wanted.messages.length).toBeGreaterThan(5)

    for (const after of [1, 9]) await killedAfter(troubled, after)
    expect((await outcome(troubled)).dues).toBeGreaterThanOrEqual(45)
    await runReminders(troubled.dealershipId, NOW)
    expect(await outcome(troubled)).toEqual(wanted)

    const queued = new Set(await jobKeys())
    const messages = await remindersOf(troubled)
    expect(messages.filter(({ id }) => !queued.has(`message:${id}`))).toEqual([])
    expect(await runReminders(troubled.dealershipId, NOW)).toMatchObject({ listed: 0, sent: 0 })
  },
)

test('C23 two runs at the same moment list and write once', async () => {
  const here = await aDealership()
  await manyCars(here.dealershipId, 60, NOW)
  const both = await Promise.all([
    runReminders(here.dealershipId, NOW, 7),
    runReminders(here.dealershipId, NOW, 11),
  ])
  const messages = await remindersOf(here)
  expect(both.reduce((sum, { sent = 0 }) => sum + sent, 0)).toBe(messages.length)
  expect(new Set(messages.map(({ dedupeKey }) => dedupeKey)).size).toBe(messages.length)
  const tasks = await tasksOf(here)
  expect(new Set(tasks.map(({ vehicleId }) => vehicleId)).size).toBe(tasks.length)
})
