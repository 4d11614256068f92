import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasDemo, loadDemo } from './app.mjs'
import { filesOf } from './install.mjs'
import { data, own, replaceDatabase, showsDemo } from './local-database.mjs'
import { Stop, readJson, say, sentence } from './plain.mjs'

const demoFile = join(data, 'demo.json')

/** Stands at a table of a database that is not Babu's own while the demo is put into it. */
const LOADING = 'The demo group is being loaded'

async function asOwner(ownerUrl, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return work(client).finally(() => client.end())
}

const mark = (ownerUrl, words) =>
  asOwner(ownerUrl, (client) => client.query(`COMMENT ON TABLE "Group" IS ${words ? `'${words}'` : 'NULL'}`))

async function stateOf(ownerUrl) {
  const { rows } = await asOwner(ownerUrl, (client) =>
    client.query(
      `SELECT EXISTS (SELECT 1 FROM "Group") AS filled, obj_description('"Group"'::regclass) = $1 AS loading`,
      [LOADING],
    ),
  )
  return rows[0]
}

/** A demo that was cut off is loaded again from nothing, so no commit of it has to wait for the disk. */
function unhurried(address) {
  const url = new URL(address)
  url.searchParams.set('options', '-c synchronous_commit=off')
  return url.href
}

async function load(prepared, env) {
  say('  Loading the demo group (a minute or two) …')
  const given = {
    ...env,
    APP_DATABASE_URL: unhurried(prepared.appUrl),
    JOBS_DATABASE_URL: prepared.jobsUrl,
    OWNER_DATABASE_URL: prepared.ownerUrl,
    BABU_DEMO: '1',
    BABU_DEMO_FILE: own ? '' : demoFile,
  }
  const { code, words } = await loadDemo(given, (line) => say(`    ${line}`))
  if (code === 0) return
  throw new Stop(
    sentence({ message: words }) ?? 'The demo group could not be loaded: the lines above say why.',
  )
}

/** Makes the demo group in a database of its own, which then takes the place of the built-in one: whole or not at all. */
export async function replaceByDemo(server, env) {
  const before = existsSync(env.STORAGE_DIR) ? [...filesOf(env.STORAGE_DIR)] : []
  await replaceDatabase(server, (draft) => load(draft, env))
  for (const file of before) rmSync(file, { force: true })
  if (existsSync(demoFile)) chmodSync(demoFile, 0o600)
}

/** Loads the demo group where it is wanted and nothing is there yet; refuses a database that holds a part of it. */
export async function ensureDemo(server, prepared, env) {
  const { ownerUrl, database } = prepared
  const { filled, loading } = await stateOf(ownerUrl)
  if (filled && loading)
    throw new Stop(
      `The loading of the demo into the database "${database}" was cut off: drop that database, create it anew, and start again.`,
    )
  if (filled || !showsDemo()) return
  if (!hasDemo()) return say('  The demo group is not part of this version: the database is empty.')
  if (server) return replaceByDemo(server, env)
  await mark(ownerUrl, LOADING)
  await load(prepared, env)
  await mark(ownerUrl, '')
}

/** The accounts to sign in with, as lines for the terminal. */
export function demoAccounts() {
  const demo = own ? undefined : readJson(demoFile, undefined)
  const accounts = Array.isArray(demo?.accounts) ? demo.accounts : []
  const rows = accounts.map((it) =>
    [it.loginName, it.password, it.role, it.name, it.dealership].map((cell) => cell ?? ''),
  )
  const width = (column) => Math.max(...rows.map((row) => String(row[column]).length))
  return rows.map((row) =>
    `  ${row.map((cell, column) => String(cell).padEnd(width(column))).join('  ')}`.trimEnd(),
  )
}
