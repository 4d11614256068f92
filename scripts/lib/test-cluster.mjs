import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from './embedded-postgres.mjs'
import { migrationsHere } from './migrations.mjs'
import { isAlive, readJson, root, wait, writeJson } from './plain.mjs'
import { prepareDatabase } from './prepare-database.mjs'

const cache = join(root, 'node_modules/.cache/babu-test')
const stateFile = join(cache, 'cluster.json')
const quoted = (name) => `"${name}"`

async function connect(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

const answers = (url) =>
  connect(url).then(
    (client) => client.end().then(() => true),
    () => false,
  )

/** One process at a time; a lock of a dead process is taken over. */
async function alone(name, work) {
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `${name}.lock`)
  for (;;) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = Number(readFileSync(file, 'utf8'))
      if (holder && !isAlive(holder)) rmSync(file, { force: true })
      else await wait(100)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** The cluster of the tests: a given one (TEST_CLUSTER_URL), the one that runs already, or a new one left running. */
export async function testCluster() {
  const given = process.env.TEST_CLUSTER_URL
  if (given) return { url: given, started: false }
  return alone('cluster', async () => {
    const known = readJson(stateFile, undefined)
    if (known && (await answers(known.url))) return { ...known, started: false }
    const server = await startEmbedded({
      dataDir: join(cache, 'postgres'),
      secretsFile: join(cache, 'secrets.json'),
      settings: {
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        max_connections: 300,
        shared_buffers: '256MB',
        max_wal_size: '2GB',
        autovacuum_naptime: '10s',
      },
      detached: true,
    })
    const state = { url: server.url('postgres'), pid: server.pid }
    writeJson(stateFile, state)
    return { ...state, started: true }
  })
}

export async function stopTestCluster() {
  const known = readJson(stateFile, undefined)
  if (!known?.pid || !isAlive(known.pid)) return
  process.kill(known.pid, 'SIGINT')
  for (let tenth = 0; tenth < 150 && isAlive(known.pid); tenth++) await wait(100)
  rmSync(stateFile, { force: true })
}

const onDatabase = (url, database) => {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** What the template is made of: when this changes, a new one is built. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const { name, checksum } of migrationsHere()) hash.update(name + checksum)
  for (const file of ['prepare-database.mjs', 'migrations.mjs'])
    hash.update(readFileSync(join(root, 'scripts/lib', file)))
  return hash.digest('hex').slice(0, 12)
}

async function dropLeftOvers(client) {
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname ~ '^babu_(test|draft)_'`)
  for (const { datname } of rows) {
    const pid = Number(datname.split('_')[2])
    if (!isAlive(pid))
      await client.query(`DROP DATABASE IF EXISTS ${quoted(datname)} WITH (FORCE)`).catch(() => {})
  }
  const { rows: templates } = await client.query(
    `SELECT datname FROM pg_database WHERE datname ~ '^babu_template_' ORDER BY oid DESC OFFSET 4`,
  )
  for (const { datname } of templates)
    await client.query(`DROP DATABASE IF EXISTS ${quoted(datname)}`).catch(() => {})
}

/** A migrated template, built once per state of the migrations. Returns what is needed to clone it. */
export async function testTemplate() {
  const cluster = await testCluster()
  const template = `babu_template_${fingerprint()}`
  const secretsDir = join(cache, 'roles')
  const roles = await alone('template', async () => {
    const client = await connect(cluster.url)
    try {
      await dropLeftOvers(client)
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
      const known = readJson(join(cache, `${template}.json`), undefined)
      if (rowCount && known && (await answers(onDatabase(known.appUrl, 'postgres')))) return known
      const draft = `babu_draft_${process.pid}`
      await client.query(`DROP DATABASE IF EXISTS ${quoted(template)} WITH (FORCE)`)
      await client.query(
        `CREATE DATABASE ${quoted(draft)} TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`,
      )
      const { appUrl, jobsUrl } = await prepareDatabase({
        ownerUrl: onDatabase(cluster.url, draft),
        secretsDir,
        roleSuffix: 'test',
      })
      await client.query(`ALTER DATABASE ${quoted(draft)} RENAME TO ${quoted(template)}`)
      writeJson(join(cache, `${template}.json`), { appUrl, jobsUrl })
      return { appUrl, jobsUrl }
    } finally {
      await client.end()
    }
  })
  return { clusterUrl: cluster.url, started: cluster.started, template, ...roles }
}

/** A database of one's own, cloned from the template; `name` begins with `babu_test_<pid>`. */
export async function cloneTemplate({ clusterUrl, template, appUrl, jobsUrl }, name) {
  const client = await connect(clusterUrl)
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount)
      await client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template)} STRATEGY FILE_COPY`)
  } finally {
    await client.end()
  }
  return {
    ownerUrl: onDatabase(clusterUrl, name),
    appUrl: onDatabase(appUrl, name),
    jobsUrl: onDatabase(jobsUrl, name),
  }
}

export async function dropClones({ clusterUrl }, prefix) {
  const client = await connect(clusterUrl)
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      prefix,
    ])
    for (const { datname } of rows)
      await client.query(`DROP DATABASE IF EXISTS ${quoted(datname)} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
