import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { prepareDatabase } from '../../../scripts/lib/prepare-database.mjs'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Some of these prepare whole databases.
vi.setConfig({ testTimeout: 120_000 })

const app = new pg.Client({ connectionString: process.env.APP_DATABASE_URL })
const owner = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL })
const { clusterUrl, run } = inject('testTemplate')

const refused = (sql: string) => expect(app.query(sql)).rejects.toMatchObject({ code: '42501' })

async function withEmptyDatabase(
  name: string,
  options: string,
  work: (url: string, client: pg.Client) => Promise<void>,
) {
  const database = `${run}_${process.env.VITEST_POOL_ID}_${name}`
  await owner.query(`CREATE DATABASE ${database} TEMPLATE template0 ${options}`)
  const url = new URL(clusterUrl)
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await work(url.href, client)
  } finally {
    await client.end()
    await owner.query(`DROP DATABASE ${database} WITH (FORCE)`)
  }
}

beforeAll(() => Promise.all([app.connect(), owner.connect()]))
afterAll(() => Promise.all([app.end(), owner.end()]))

test('the app role owns nothing, is no superuser and does not bypass row-level security', async () => {
  const { rows } = await app.query(
    `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS tables,
       (SELECT count(*)::int FROM pg_namespace WHERE nspowner = r.oid) AS schemas,
       (SELECT count(*)::int FROM pg_proc WHERE proowner = r.oid) AS functions
     FROM pg_roles r WHERE rolname = current_user`,
  )
  expect(rows).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      tables: 0,
      schemas: 0,
      functions: 0,
    },
  ])
})

test('the app role cannot change or remove what the trail says, nor the list of migrations', async () => {
  for (const table of ['"Event"', '"EventSeal"', '_prisma_migrations']) {
    await refused(`DELETE FROM ${table}`)
    await refused(`TRUNCATE ${table}`)
  }
  await refused(`UPDATE "Event" SET name = 'x'`)
  await refused(`UPDATE _prisma_migrations SET checksum = 'x'`)
  await refused('CREATE TABLE sneaked (id int)')
  await refused('ALTER TABLE "Customer" DISABLE ROW LEVEL SECURITY')
})

test('the app role sees no row of a dealership it has not named', async () => {
  const { rows } = await app.query('SELECT count(*)::int AS visible FROM "Customer"')
  expect(rows).toEqual([{ visible: 0 }])
})

test('a job is added through the one door, once per key, and the queue itself is closed', async () => {
  const add = `SELECT jobs.add_job('say-hello', '{"to":"you"}', 'hello-1', now() + interval '1 hour', 3)`
  await app.query(add)
  await app.query(add)
  const { rows } = await owner.query(
    `SELECT t.identifier, j.payload, j.max_attempts FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE j.key = 'hello-1'`,
  )
  expect(rows).toEqual([{ identifier: 'say-hello', payload: { to: 'you' }, max_attempts: 3 }])
  await refused('SELECT * FROM graphile_worker._private_jobs')
})

test('the queue role sees no business data', async () => {
  const jobs = new pg.Client({ connectionString: process.env.JOBS_DATABASE_URL })
  await jobs.connect()
  try {
    await expect(jobs.query('SELECT * FROM "Customer"')).rejects.toMatchObject({ code: '42501' })
    await expect(jobs.query('CREATE SCHEMA another')).rejects.toMatchObject({ code: '42501' })
  } finally {
    await jobs.end()
  }
})

test('preparing again changes nothing and keeps the passwords; the secrets are for the owner alone', async () => {
  const secretsDir = mkdtempSync(join(tmpdir(), 'babu-secrets-'))
  await withEmptyDatabase('again', `LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`, async (ownerUrl) => {
    const roleSuffix = `again_${process.env.VITEST_POOL_ID}`
    const first = await prepareDatabase({ ownerUrl, secretsDir, roleSuffix })
    const second = await prepareDatabase({ ownerUrl, secretsDir, roleSuffix })
    expect(first.migrated).toBe(true)
    expect(second).toEqual({ ...first, migrated: false })
    expect(statSync(join(secretsDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(secretsDir, 'secrets.json'), 'utf8')).toContain(`babu_app_${roleSuffix}`)
  })
  for (const role of ['app', 'jobs'])
    await owner.query(`DROP ROLE babu_${role}_again_${process.env.VITEST_POOL_ID}`)
})

test('a migration that was cut off is done again', async () => {
  const secretsDir = mkdtempSync(join(tmpdir(), 'babu-secrets-'))
  await withEmptyDatabase('cut', `LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`, async (ownerUrl, client) => {
    await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
      finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0)`)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', '20261122000000_first_schema')`,
    )
    const { migrated } = await prepareDatabase({
      ownerUrl,
      secretsDir,
      roleSuffix: `cut_${process.env.VITEST_POOL_ID}`,
    })
    expect(migrated).toBe(true)
  })
  for (const role of ['app', 'jobs'])
    await owner.query(`DROP ROLE babu_${role}_cut_${process.env.VITEST_POOL_ID}`)
})

test('a database that holds other tables is refused and left as it was', async () => {
  await withEmptyDatabase('foreign', `LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`, async (ownerUrl, client) => {
    await client.query('CREATE TABLE somebody_elses (id int)')
    await expect(prepareDatabase({ ownerUrl, secretsDir: tmpdir() })).rejects.toThrow(
      /belongs to something else/,
    )
    const { rows } = await client.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
    )
    expect(rows).toEqual([{ relname: 'somebody_elses' }])
  })
})

test('a database whose tables stand in a schema of their own is refused just so', async () => {
  await withEmptyDatabase('schema', `LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`, async (ownerUrl, client) => {
    await client.query('CREATE SCHEMA shop CREATE TABLE orders (id int)')
    await expect(prepareDatabase({ ownerUrl, secretsDir: tmpdir() })).rejects.toThrow(
      /belongs to something else \(it holds shop\.orders/,
    )
    const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS made`)
    expect(rows).toEqual([{ made: null }])
  })
})

test('a second folder takes no password from a Babu that works; once that one has ended, it may', async () => {
  const roleSuffix = `two_${process.env.VITEST_POOL_ID}`
  const folder = () => mkdtempSync(join(tmpdir(), 'babu-secrets-'))
  const [one, two] = [folder(), folder()]
  await withEmptyDatabase('two', `LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`, async (ownerUrl) => {
    const first = await prepareDatabase({ ownerUrl, secretsDir: one, roleSuffix })
    const worker = new pg.Client({ connectionString: first.jobsUrl })
    await worker.connect()
    await expect(prepareDatabase({ ownerUrl, secretsDir: two, roleSuffix })).rejects.toThrow(
      /is served by a Babu of another folder right now: stop that one first/,
    )
    const web = new pg.Client({ connectionString: first.appUrl })
    await web.connect()
    await Promise.all([web.end(), worker.end()])
    await expect
      .poll(() => prepareDatabase({ ownerUrl, secretsDir: two, roleSuffix }).then((it) => it.appUrl), {
        timeout: 15_000,
      })
      .not.toBe(first.appUrl)
  })
  for (const role of ['app', 'jobs']) await owner.query(`DROP ROLE babu_${role}_${roleSuffix}`)
})

test('a database that cannot see Chinese letters is refused', async () => {
  await withEmptyDatabase('ctype', `LOCALE_PROVIDER libc LC_CTYPE 'C' LC_COLLATE 'C'`, async (ownerUrl) => {
    await expect(prepareDatabase({ ownerUrl, secretsDir: tmpdir() })).rejects.toThrow(/LC_CTYPE/)
  })
})

test('an address that is none, a wrong password, a missing database and a silent port each get one sentence', async () => {
  const wrong = (change: (url: URL) => void) => {
    const url = new URL(clusterUrl)
    change(url)
    return prepareDatabase({ ownerUrl: url.href, secretsDir: tmpdir() })
  }
  await expect(prepareDatabase({ ownerUrl: 'mysql://x', secretsDir: tmpdir() })).rejects.toThrow(
    /not an address of PostgreSQL/,
  )
  await expect(wrong((url) => (url.password = 'wrong'))).rejects.toThrow(/refuses the user or the password/)
  await expect(wrong((url) => (url.pathname = '/not_there'))).rejects.toThrow(
    /There is no database "not_there"/,
  )
  await expect(wrong((url) => (url.port = '1'))).rejects.toThrow(/cannot be reached/)
})
