import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/lib/plain.mjs'
import { portRefusal } from '../../scripts/lib/start.mjs'
import { aClone, ask, clearAway, left, NOTHING, processesOf, start, type Start } from './folder'

// One story: two clones on one machine, told test by test.
let one: string, other: string
let onePort: number, otherPort: number
let running: Start, runningOther: Start

/** A line of the demo's progress: a dealership plays its month in a process of its own. */
const PLAYED = /SH0\d {2}\d{4}-\d\d/
const insert = (name: string) =>
  `INSERT INTO "Group" (id, name, "nameEn") VALUES (gen_random_uuid(), '${name}', '${name}')`
const groups = async (folder: string) =>
  (await ask(folder, 'SELECT name FROM "Group" ORDER BY name')).map(({ name }) => name)
const answers = async (port: number) => (await fetch(`http://127.0.0.1:${port}/api/health`)).status
const silent = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    () => false,
    () => true,
  )
beforeAll(async () => {
  ;[one, other] = [aClone(), aClone()]
  ;[onePort, otherPort] = [await freePort(), await freePort()]
})

afterAll(() => [one, other].forEach(clearAway))

test('two clones begun at the same moment on two ports are both ready, each on a database of its own', async () => {
  running = start(one, { PORT: String(onePort) })
  runningOther = start(other, { PORT: String(otherPort) }, ['npm', 'start'])
  await Promise.all([running.ready, runningOther.ready])
  expect(running.said()).toContain(`Babu is ready: http://localhost:${onePort}`)
  expect([await answers(onePort), await answers(otherPort)]).toEqual([200, 200])
  await ask(one, insert('kept'))
  expect([await groups(one), await groups(other)]).toEqual([['kept'], []])
})

test('a folder that runs already, and a port that is taken, are each told in one sentence', async () => {
  const again = start(one, { PORT: String(await freePort()) })
  expect(await again.ended).toBe(1)
  expect(again.said().trim()).toMatch(
    /^Babu is running in this folder already \(process \d+\): stop it first/,
  )
  expect(await answers(onePort)).toBe(200)
})

test('SIGTERM stops everything, leaves no process and no port behind, and ends with 0', async () => {
  process.kill(running.pid, 'SIGTERM')
  expect(await running.ended).toBe(0)
  expect(left(one)).toEqual(NOTHING)
  expect(await silent(onePort)).toBe(true)

  const taken = start(one, { PORT: String(otherPort) })
  expect(await taken.ended).toBe(1)
  expect(taken.said().trim()).toBe(
    `Port ${otherPort} is in use by another program: stop that program, or choose another port (PORT=${otherPort + 1} npm start).`,
  )
  expect(left(one)).toEqual(NOTHING)
})

test('a port for administrators and an address that is not of this machine are told apart from a taken port', async () => {
  expect(portRefusal(80, undefined, 'EACCES')).toBe(
    'Port 80 is open to administrators alone: choose one above 1023 (PORT=3000 npm start).',
  )
  const elsewhere = start(one, { PORT: String(onePort), HOST: '203.0.113.7' })
  expect(await elsewhere.ended).toBe(1)
  expect(elsewhere.said().trim()).toBe(
    'HOST is "203.0.113.7", which is no address of this machine: unset it, or set it to one that is.',
  )
  const nonsense = start(one, { PORT: 'door' })
  expect(await nonsense.ended).toBe(1)
  expect(nonsense.said().trim()).toBe('PORT is "door", which is no port: set it to a number from 1 to 65535.')
  expect(left(one)).toEqual(NOTHING)
})

test('the second start is ready within 10 s and has kept the data', async () => {
  running = start(one, { PORT: String(onePort) })
  // A machine that has far more to do than it can shares its time; the promise is for one that has not.
  const share = (loadavg()[0] ?? 0) / availableParallelism()
  expect(await running.ready).toBeLessThan(share > 2 ? 10 * share : 10)
  expect(await groups(one)).toEqual(['kept'])
})

test('kill -9 at the worst moment is survived: nothing but the database stays, and the next start has all data', async () => {
  // The state a reset leaves that is killed while it exchanges the databases.
  await ask(one, `ALTER DATABASE babu ALLOW_CONNECTIONS false`, 'postgres')
  process.kill(running.pid, 'SIGKILL')
  await running.ended
  await expect
    .poll(() => processesOf(one).filter((line) => !/postgres/.test(line)), { timeout: 10_000 })
    .toEqual([])

  running = start(one, { PORT: String(onePort) })
  await running.ready
  expect(await groups(one)).toEqual(['kept'])
  expect(await answers(onePort)).toBe(200)
})

test('Ctrl-C at npm start stops everything and leaves no process behind', async () => {
  process.kill(-runningOther.pid, 'SIGINT')
  await runningOther.ended
  expect(runningOther.said()).toContain('Babu is stopping')
  await expect.poll(() => left(other), { timeout: 10_000 }).toEqual(NOTHING)
  process.kill(-running.pid, 'SIGINT')
  expect(await running.ended).toBe(0)
  expect(left(one)).toEqual(NOTHING)
})

test('of two starts at one moment in the folder of a killed one, one is served and one is told', async () => {
  // What kill -9 leaves behind: the sign of a process that is gone.
  writeFileSync(join(one, '.data/running.json'), JSON.stringify({ pid: running.pid, parent: 1, npm: false }))
  const ports = [onePort, await freePort()]
  const both = ports.map((port) => start(one, { PORT: String(port) }))
  await Promise.any(both.map(({ ready }) => ready))
  const codes = both.map(({ ended }) => ended)
  const refused = await Promise.race(codes)
  expect(refused).toBe(1)
  const words = both.map(({ said }) => said())
  expect(words.filter((text) => text.includes('Babu is ready'))).toHaveLength(1)
  expect(words.filter((text) => text.includes('Babu is running in this folder already'))).toHaveLength(1)
  for (const each of both) if (each.said().includes('Babu is ready')) process.kill(each.pid, 'SIGTERM')
  expect((await Promise.all(codes)).sort()).toEqual([0, 1])
  expect(left(one)).toEqual(NOTHING)
})

test('kill -9 while the demo is loaded leaves nothing of it, neither a process nor half a month', async () => {
  const loading = start(other, { PORT: String(otherPort), BABU_DEMO: '1' })
  await loading.saying(PLAYED)
  process.kill(loading.pid, 'SIGKILL')
  await expect
    .poll(() => processesOf(other).filter((line) => !/postgres/.test(line)), { timeout: 10_000 })
    .toEqual([])

  const after = start(other, { PORT: String(otherPort) })
  await after.ready
  expect(await groups(other)).toEqual([])
  process.kill(after.pid, 'SIGTERM')
  expect(await after.ended).toBe(0)
})
