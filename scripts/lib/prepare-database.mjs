import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { checkOwnership, migrate } from './migrations.mjs'
import { Stop, readJson, writeJson } from './plain.mjs'

const LOCK = 8_008_008
const quoted = (name) => `"${name.replaceAll('"', '""')}"`
const literal = (text) => `'${text.replaceAll("'", "''")}'`
const onlyOwner = ['Event', 'EventSeal'].map(quoted).join(', ')

function withLogin(url, user, password) {
  const login = new URL(url)
  login.username = encodeURIComponent(user)
  login.password = encodeURIComponent(password)
  return login.href
}

async function connect(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function connectAsOwner(ownerUrl) {
  const parsed = URL.canParse(ownerUrl) ? new URL(ownerUrl) : undefined
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol))
    throw new Stop(
      'DATABASE_URL is not an address of PostgreSQL: write it as postgresql://user:password@host:5432/database.',
    )
  const database = decodeURIComponent(parsed.pathname.slice(1)) || 'postgres'
  const where = `${parsed.hostname || 'localhost'}:${parsed.port || 5432}`
  try {
    return await connect(ownerUrl)
  } catch (error) {
    if (['28P01', '28000'].includes(error.code))
      throw new Stop(
        `PostgreSQL at ${where} refuses the user or the password of DATABASE_URL: correct them and start again.`,
      )
    if (error.code === '3D000')
      throw new Stop(
        `There is no database "${database}" at ${where}: create it (CREATE DATABASE ${quoted(database)} TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8') and start again.`,
      )
    if (error.code === '53300')
      throw new Stop(
        `PostgreSQL at ${where} has no free connection: close some or raise max_connections, and start again.`,
      )
    throw new Stop(
      `PostgreSQL at ${where} cannot be reached (${error.code ?? error.message}): check that it runs and that DATABASE_URL is right, and start again.`,
    )
  }
}

async function checkVersion(client) {
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`,
  )
  const { number, name } = rows[0]
  const major = Math.floor(number / 10_000)
  if (major < 15 || major > 18)
    throw new Stop(
      `PostgreSQL ${name} is ${major < 15 ? 'too old' : 'not yet supported'}: Babu needs PostgreSQL 15 to 18.`,
    )
}

async function checkServer(client) {
  const { rows } = await client.query(
    `SELECT d.datctype AS ctype, pg_encoding_to_char(d.encoding) AS encoding, current_database() AS database,
            r.rolsuper AS super, r.rolcreaterole AS "createRole", r.rolname AS role,
            pg_has_role(r.oid, d.datdba, 'MEMBER') AS owns, pg_is_in_recovery() AS "readOnly"
     FROM pg_database d, pg_roles r WHERE d.datname = current_database() AND r.rolname = current_user`,
  )
  const it = rows[0]
  if (it.readOnly)
    throw new Stop('The database of DATABASE_URL is a read-only standby: give Babu the primary server.')
  if (it.encoding !== 'UTF8')
    throw new Stop(
      `The database "${it.database}" is encoded as ${it.encoding}: create one with ENCODING 'UTF8'.`,
    )
  if (!it.super && !it.createRole)
    throw new Stop(
      `The user "${it.role}" of DATABASE_URL may not create the two limited roles Babu works with: let an administrator run ALTER ROLE ${quoted(it.role)} CREATEROLE.`,
    )
  if (!it.owns)
    throw new Stop(
      `The user "${it.role}" does not own the database "${it.database}": let an administrator run ALTER DATABASE ${quoted(it.database)} OWNER TO ${quoted(it.role)}.`,
    )
  const chinese = /^(C|POSIX)$/.test(it.ctype)
  if (chinese)
    throw new Stop(
      `The database "${it.database}" has LC_CTYPE ${it.ctype}, with which Chinese text cannot be searched: create it with LC_CTYPE 'C.UTF-8' (TEMPLATE template0).`,
    )
  return it
}

async function checkChinese(client) {
  const { rows } = await client.query(`SELECT cardinality(show_trgm('张伟')) AS pieces`)
  if (rows[0].pieces === 0)
    throw new Stop(
      "This database cannot search Chinese text: create it with LC_CTYPE 'C.UTF-8' (TEMPLATE template0).",
    )
}

/** Does this address let us in? A password that does not fit says no; any other trouble is none of the password. */
const opens = (url) =>
  connect(url).then(
    (it) => it.end().then(() => true),
    (error) => {
      if (['28P01', '28000'].includes(error.code)) return false
      throw error
    },
  )

/** A role as it stands: is it there, and do the secrets of this folder open it? */
async function roleAsFound(client, ownerUrl, name, secretsFile) {
  const known = readJson(secretsFile, {}).rolePasswords?.[name]
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
  const password = known ?? randomBytes(24).toString('base64url')
  const url = withLogin(ownerUrl, name, password)
  return { name, password, url, exists: rowCount > 0, ours: Boolean(known && rowCount) && (await opens(url)) }
}

/** A new password would lock out a Babu of another folder that works with this database now: refuses then. */
async function checkNotServed(client, roles, database) {
  const foreign = roles.filter(({ exists, ours }) => exists && !ours).map(({ name }) => name)
  const { rowCount } = await client.query('SELECT 1 FROM pg_stat_activity WHERE usename = ANY($1) LIMIT 1', [
    foreign,
  ])
  if (rowCount)
    throw new Stop(
      `The database "${database}" is served by a Babu of another folder right now: stop that one first, or give this one a database of its own.`,
    )
}

/** Makes the role if it is missing, and sets its password if the one we have does not open it. */
async function ensureRole(client, { name, password, exists, ours }, secretsFile) {
  if (ours) return
  const secrets = readJson(secretsFile, {})
  writeJson(secretsFile, { ...secrets, rolePasswords: { ...secrets.rolePasswords, [name]: password } })
  await client.query(
    `${exists ? 'ALTER' : 'CREATE'} ROLE ${quoted(name)} LOGIN NOCREATEDB NOCREATEROLE INHERIT PASSWORD ${literal(password)}`,
  )
}

/** What the web server may do: rows of every table, but the trail only grows and the migrations are not its own. */
async function grantApp(client, app, database) {
  const to = quoted(app)
  await client.query(`
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${quoted(database)} TO ${to};
    GRANT USAGE ON SCHEMA public TO ${to};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${to};
    REVOKE UPDATE, DELETE, TRUNCATE ON ${onlyOwner} FROM ${to};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${to};`)
}

const ADD_JOB = `
  CREATE SCHEMA IF NOT EXISTS jobs;
  CREATE OR REPLACE FUNCTION jobs.add_job(identifier text, payload json DEFAULT '{}', job_key text DEFAULT NULL,
    run_at timestamptz DEFAULT NULL, max_attempts int DEFAULT NULL) RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (graphile_worker.add_job(identifier => identifier, payload => payload, job_key => job_key, run_at => run_at,
      max_attempts => max_attempts)).id
  $$;
  REVOKE ALL ON FUNCTION jobs.add_job(text, json, text, timestamptz, int) FROM PUBLIC;`

/** The queue: its tables belong to a role of its own; the web server may add a job and nothing else. */
async function prepareJobs(client, { app, jobs, jobsUrl, database }) {
  const { runMigrations, Logger } = await import('graphile-worker')
  await client.query(`GRANT CONNECT, CREATE ON DATABASE ${quoted(database)} TO ${quoted(jobs)}`)
  const worker = await connect(jobsUrl)
  try {
    await runMigrations({ connectionString: jobsUrl, logger: new Logger(() => () => {}) })
    await worker.query(ADD_JOB)
    await worker.query(`GRANT USAGE ON SCHEMA jobs TO ${quoted(app)};
      GRANT EXECUTE ON FUNCTION jobs.add_job(text, json, text, timestamptz, int) TO ${quoted(app)}`)
  } finally {
    await worker.end()
    await client.query(`REVOKE CREATE ON DATABASE ${quoted(database)} FROM ${quoted(jobs)}`)
  }
}

/** Roles belong to the whole server, so their names carry a mark of the database they are for. */
export const roleSuffixOf = (database) => createHash('sha256').update(database).digest('hex').slice(0, 8)

/**
 * Checks the server, applies the migrations, makes the two limited roles and their rights. Runs again without harm.
 * Returns the addresses for the web server (`appUrl`, owns nothing) and for the queue (`jobsUrl`).
 * @param {{ ownerUrl: string, secretsDir: string, roleSuffix?: string }} where
 */
export async function prepareDatabase({ ownerUrl, secretsDir, roleSuffix }) {
  const client = await connectAsOwner(ownerUrl)
  try {
    await checkVersion(client)
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { database } = await checkServer(client)
    await checkOwnership(client)
    const suffix = roleSuffix ?? roleSuffixOf(database)
    const [app, jobs] = [`babu_app_${suffix}`, `babu_jobs_${suffix}`]
    const secretsFile = join(secretsDir, 'secrets.json')
    const asApp = await roleAsFound(client, ownerUrl, app, secretsFile)
    const asJobs = await roleAsFound(client, ownerUrl, jobs, secretsFile)
    await checkNotServed(client, [asApp, asJobs], database)
    const migrated = await migrate(client, ownerUrl)
    await checkChinese(client)
    for (const role of [asApp, asJobs]) await ensureRole(client, role, secretsFile)
    await grantApp(client, app, database)
    await prepareJobs(client, { app, jobs, jobsUrl: asJobs.url, database })
    return { appUrl: asApp.url, jobsUrl: asJobs.url, database, migrated }
  } finally {
    await client.end().catch(() => {})
  }
}
