import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/lib/plain.mjs'
import { roleSuffixOf } from '../../scripts/lib/prepare-database.mjs'
import { testCluster } from '../../scripts/lib/test-cluster.mjs'
import { aClone, clearAway, left, NOTHING, processesOf, start, type Start } from './folder'
import { anOldServer } from './old-server'

// DATABASE_URL: a server of the user's own, here that of the tests.
const database = `babu_test_${process.pid}_start`
const foreign = `${database}_foreign`
const suffix = roleSuffixOf(database)
let folder: string, second: string
let clusterUrl: string, ownerUrl: string
let running: Start
let port: number

const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}
const changed = (change: (url: URL) => void) => {
  const url = new URL(ownerUrl)
  change(url)
  return url.href
}

/** What a start with this address says last; it ends with 1 and leaves nothing. */
async function refusal(DATABASE_URL: string, where = folder) {
  const refused = start(where, { PORT: String(await freePort()), DATABASE_URL })
  expect(await refused.ended).toBe(1)
  expect(left(where)).toEqual(NOTHING)
  expect(existsSync(join(where, '.data/postgres'))).toBe(false)
  return refused.said().trim().split('\n').at(-1)
}

const makeEmpty = (name: string) =>
  withClient(clusterUrl, (client) =>
    client.query(
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`,
    ),
  )

beforeAll(async () => {
  clusterUrl = (await testCluster()).url
  await makeEmpty(database)
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  ownerUrl = url.href
  ;[folder, second] = [aClone(), aClone()]
})

afterAll(async () => {
  for (const each of [folder, second]) clearAway(each)
  await withClient(clusterUrl, async (client) => {
    for (const name of [database, foreign]) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`DROP ROLE IF EXISTS babu_app_${suffix}, babu_jobs_${suffix}`)
  })
})

test('a server that cannot be reached, a wrong password, a missing database and no address at all', async () => {
  const nobody = await freePort()
  expect(await refusal(changed((url) => (url.port = String(nobody))))).toBe(
    `PostgreSQL at 127.0.0.1:${nobody} cannot be reached (ECONNREFUSED): check that it runs and that DATABASE_URL is right, and start again.`,
  )
  expect(await refusal(changed((url) => (url.password = 'wrong')))).toMatch(
    /^PostgreSQL at .* refuses the user or the password of DATABASE_URL: correct them and start again\.$/,
  )
  expect(await refusal(changed((url) => (url.pathname = '/not_there')))).toMatch(
    /^There is no database "not_there" at .*: create it \(CREATE DATABASE .*\) and start again\.$/,
  )
  expect(await refusal('somewhere')).toMatch(/^DATABASE_URL is not an address of PostgreSQL: write it as /)
})

test('a PostgreSQL before 15', async () => {
  const old = await anOldServer()
  expect(await refusal(`postgresql://babu:x@127.0.0.1:${old.port}/babu`)).toBe(
    'PostgreSQL 14.23 is too old: Babu needs PostgreSQL 15 to 18.',
  )
  old.server.close()
})

test('a database that belongs to something else is left as it was', async () => {
  await makeEmpty(foreign)
  const url = changed((it) => (it.pathname = `/${foreign}`))
  await withClient(url, (client) => client.query('CREATE SCHEMA shop CREATE TABLE orders (id int)'))
  expect(await refusal(url)).toBe(
    'The database of DATABASE_URL belongs to something else (it holds shop.orders, which is not of Babu): give Babu an empty database of its own.',
  )
  const tables = await withClient(url, (client) =>
    client.query(
      `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
       WHERE relkind = 'r' AND nspname <> 'information_schema' AND nspname !~ '^pg_'`,
    ),
  )
  expect(tables.rows).toEqual([{ relname: 'orders' }])
})

test('an own database is served without the demo and without a PostgreSQL beside it', async () => {
  port = await freePort()
  running = start(folder, { PORT: String(port), DATABASE_URL: ownerUrl, WEB_PROCESSES: '2' })
  await running.ready
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
  expect(running.said()).not.toContain('Starting PostgreSQL')
  expect([existsSync(join(folder, '.data/postgres')), existsSync(join(folder, '.data/demo.json'))]).toEqual([
    false,
    false,
  ])
})

test('a process of the web server that is killed is replaced, and the address goes on answering', async () => {
  const serving = () => processesOf(folder).filter((line) => line.includes('next-server'))
  // On a connection of its own: those that the killed one held are gone with it.
  const answer = () =>
    fetch(`http://127.0.0.1:${port}/api/health`, { headers: { connection: 'close' } }).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(serving, { timeout: 10_000 }).toHaveLength(2)
  const [victim = '', other = ''] = serving()
  process.kill(Number(victim.split(' ')[0]), 'SIGKILL')
  await expect.poll(serving, { timeout: 10_000 }).not.toContain(victim)
  await expect.poll(answer, { timeout: 10_000 }).toBe(200)
  await expect.poll(serving, { timeout: 10_000 }).toHaveLength(2)
  expect(serving()).toContain(other)
  for (let turn = 0; turn < 10; turn++) expect(await answer()).toBe(200)
  const refused = start(second, { DATABASE_URL: ownerUrl, WEB_PROCESSES: 'many' })
  expect(await refused.ended).toBe(1)
  expect(refused.said().trim()).toBe('WEB_PROCESSES is "many": set it to a number from 1 to 32.')
})

test('a second folder on the same database is refused while the first works, and takes nothing from it', async () => {
  expect(await refusal(ownerUrl, second)).toBe(
    `The database "${database}" is served by a Babu of another folder right now: stop that one first, or give this one a database of its own.`,
  )
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200)
  expect(existsSync(join(second, '.data/secrets.json'))).toBe(false)
})

test('a page that fails writes its reference, the one its reader sees, to the log', async () => {
  await withClient(ownerUrl, (client) => client.query('ALTER TABLE "Dealership" RENAME TO "Elsewhere"'))
  const page = await fetch(`http://127.0.0.1:${port}/book`)
  await withClient(ownerUrl, (client) => client.query('ALTER TABLE "Elsewhere" RENAME TO "Dealership"'))
  const digest = /"digest":\s*"(\d+)"|data-dgst="(\d+)"|digest\\":\\"(\d+)/
    .exec(await page.text())
    ?.slice(1)
    .find(Boolean)
  expect(digest).toBeTruthy()
  const faults = () =>
    readFileSync(join(folder, '.data/logs/web.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"fault"') && line.includes(`"reference":"${digest}"`))
  await expect.poll(faults, { timeout: 5000 }).toHaveLength(1)
  expect(faults()[0]).toContain('/book')
})

test('SIGTERM leaves no process of an own database behind', async () => {
  process.kill(running.pid, 'SIGTERM')
  expect(await running.ended).toBe(0)
  expect(left(folder)).toEqual(NOTHING)
})

test('a demo whose loading was stopped leaves no process, and half of it is never served', async () => {
  const loading = start(folder, { PORT: String(port), DATABASE_URL: ownerUrl, BABU_DEMO: '1' })
  await loading.saying(/SH0\d {2}\d{4}-\d\d/)
  process.kill(loading.pid, 'SIGTERM')
  expect(await loading.ended).toBe(0)
  expect(left(folder)).toEqual(NOTHING)
  expect(await refusal(ownerUrl)).toBe(
    `The loading of the demo into the database "${database}" was cut off: drop that database, create it anew, and start again.`,
  )
})
