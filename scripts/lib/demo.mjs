import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasDemo, loadDemo } from './app.mjs'
import { data, environmentOf, own, prepare, showsDemo, stateFile } from './local-database.mjs'
import { Stop, readJson, say, sentence, writeJson } from './plain.mjs'

const demoFile = join(data, 'demo.json')

async function isEmpty(ownerUrl) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM "Group" LIMIT 1').finally(() => client.end())
  return rowCount === 0
}

/** Loads the demo group into an empty database; cut off in the middle, the next start begins it anew. */
export async function ensureDemo(prepared, env) {
  if (!showsDemo() || !(await isEmpty(prepared.ownerUrl))) return
  if (!hasDemo()) return say('  The demo group is not part of this version: the database is empty.')
  if (!own) writeJson(stateFile, { demo: 'loading' }, 0o644)
  say('  Loading the demo group (a minute or two) …')
  const given = {
    ...env,
    OWNER_DATABASE_URL: prepared.ownerUrl,
    BABU_DEMO: '1',
    BABU_DEMO_FILE: own ? '' : demoFile,
  }
  const { code, words } = await loadDemo(given, (line) => say(`    ${line}`))
  if (code !== 0)
    throw new Stop(
      sentence({ message: words }) ?? 'The demo group could not be loaded: the lines above say why.',
    )
  rmSync(stateFile, { force: true })
  if (existsSync(demoFile)) chmodSync(demoFile, 0o600)
}

/** Empties the built-in database and loads the demo group again, also while Babu runs on it. */
export async function resetDemo(server) {
  writeJson(stateFile, { demo: 'loading' }, 0o644)
  rmSync(join(data, 'files'), { recursive: true, force: true })
  rmSync(demoFile, { force: true })
  const prepared = await prepare(server)
  await ensureDemo(prepared, environmentOf(prepared, 'http://localhost:3000'))
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
