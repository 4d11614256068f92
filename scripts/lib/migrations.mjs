import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './children.mjs'
import { Stop, root } from './plain.mjs'

/** The migrations of this checkout in order: name and the checksum that Prisma keeps. */
export function migrationsHere() {
  const folder = join(root, 'prisma/migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => ({
      name,
      checksum: createHash('sha256')
        .update(readFileSync(join(folder, name, 'migration.sql')))
        .digest('hex'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Runs the Prisma CLI with the schema engine that needs no download; resolves with its exit code and words. */
export function prisma(args, { ownerUrl, show = false } = {}) {
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts/prisma-schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...(ownerUrl && { OWNER_DATABASE_URL: ownerUrl }),
  }
  const cli = join(root, 'node_modules/prisma/build/index.js')
  if (!show) return run([cli, ...args], { env })
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code: code ?? 1, words: '' }))
  })
}

const appliedRows = async (client) => {
  const { rows } = await client.query(
    `SELECT to_regclass('public."_prisma_migrations"') IS NOT NULL AS there`,
  )
  if (!rows[0].there) return undefined
  const applied = await client.query(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return applied.rows
}

/** What somebody made in this database, whatever its schema, beside the list of migrations: `schema.table`. */
async function foreignTable(client) {
  const { rows } = await client.query(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
       AND c.relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY 1 LIMIT 1`,
  )
  return rows[0]?.name
}

/** Refuses a database that holds tables Babu did not make, or that a newer Babu has changed. */
export async function checkOwnership(client) {
  const here = migrationsHere()
  const applied = await appliedRows(client)
  const begun = applied?.length > 0
  const foreign = begun
    ? !applied.some(({ name }) => name === here[0]?.name) && 'migrations'
    : await foreignTable(client)
  if (foreign)
    throw new Stop(
      `The database of DATABASE_URL belongs to something else (it holds ${foreign}, which is not of Babu): give Babu an empty database of its own.`,
    )
  const unknown = applied?.find(({ name }) => !here.some((migration) => migration.name === name))
  if (unknown)
    throw new Stop(
      `The database was changed by a newer Babu (migration ${unknown.name}): start that version, or restore a backup made before it.`,
    )
}

/** Brings the database to the newest migration; a step that was cut off by a crash is done again. */
export async function migrate(client, ownerUrl) {
  const here = migrationsHere()
  const applied = (await appliedRows(client)) ?? []
  const done = (migration) =>
    applied.some((row) => row.finished && row.name === migration.name && row.checksum === migration.checksum)
  if (here.every(done)) return false
  if (applied.some(({ finished }) => !finished))
    await client.query(
      'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
  const { code, words } = await prisma(['migrate', 'deploy'], { ownerUrl })
  if (code === 0) return true
  if (/No space left on device/i.test(words))
    throw new Stop('The disk of the database is full: free some space and start again.')
  throw new Error(`The migrations could not be applied:\n${words}`)
}
