import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { appEnvironment, hasDemo, loadDemo, startWeb, startWorker } from './app.mjs'
import { endAll, lastLines, step, untilAnswering } from './children.mjs'
import { ensureBuilt, ensureGenerated, ensureInstalled } from './install.mjs'
import { leaveFolder, takeFolder } from './lock.mjs'
import { Stop, isFree, needSpace, readJson, root, say, sentence, wait, writeJson } from './plain.mjs'

const data = join(root, '.data')
const secretsFile = join(data, 'secrets.json')
const stateFile = join(data, 'state.json')
const demoFile = join(data, 'demo.json')
const own = process.env.DATABASE_URL

let opening
let stopping

/** Ends the children first, then the database; runs once however often it is asked. */
function stopAll(code, why) {
  stopping ??= (async () => {
    if (why) console.error(`\n${why}`)
    await endAll()
    await (await opening?.catch(() => undefined))?.stop()
    leaveFolder()
    process.exit(code)
  })()
  return stopping
}

function watchSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => void stopAll(0, 'Babu is stopping …'))
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || void stopAll(1), 500).unref()
}

function portWanted() {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`PORT is "${text}", which is no port: set it to a number from 1 to 65535.`)
  return port
}

async function checkPort(port) {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isFree(port)) return
    await wait(300)
  }
  throw new Stop(
    `Port ${port} is in use by another program: stop that program, or choose another port (PORT=${port + 1} npm start).`,
  )
}

async function openDatabase() {
  const { prepareDatabase } = await import('./prepare-database.mjs')
  if (own)
    return step('Preparing the database of DATABASE_URL', () =>
      prepareDatabase({ ownerUrl: own, secretsDir: data }).then((it) => ({ ...it, ownerUrl: own })),
    )
  const { startEmbedded } = await import('./embedded-postgres.mjs')
  const { dropDatabase, ensureDatabase } = await import('./own-database.mjs')
  needSpace(data, 200, 'the database')
  opening = step('Starting PostgreSQL', () => startEmbedded({ dataDir: join(data, 'postgres'), secretsFile }))
  const database = await opening
  database.ended.then(
    () =>
      void stopAll(
        1,
        `PostgreSQL ended unexpectedly, so everything is stopped; ${join(data, 'postgres.log')} says why.`,
      ),
  )
  if (readJson(stateFile, {}).demo === 'loading') await dropDatabase(database)
  const ownerUrl = await ensureDatabase(database)
  return step('Preparing the database', () =>
    prepareDatabase({ ownerUrl, secretsDir: data }).then((it) => ({ ...it, ownerUrl })),
  )
}

function secret() {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const secrets = readJson(secretsFile, {})
  if (!secrets.nextAuthSecret)
    writeJson(secretsFile, { ...secrets, nextAuthSecret: randomBytes(32).toString('base64url') })
  return readJson(secretsFile, {}).nextAuthSecret
}

async function isEmpty(ownerUrl) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM "Group" LIMIT 1').finally(() => client.end())
  return rowCount === 0
}

/** Loads the demo group into an empty database of our own; cut off in the middle, the next start begins it anew. */
async function ensureDemo(prepared, env) {
  const wanted = process.env.BABU_DEMO === '1' || (!own && process.env.BABU_DEMO !== '0')
  if (!wanted || !(await isEmpty(prepared.ownerUrl))) return
  if (!hasDemo()) return say('  The demo group is not part of this version yet: the database is empty.')
  if (!own) writeJson(stateFile, { demo: 'loading' }, 0o644)
  say('  Loading the demo group (a minute or two) …')
  const show = (line) => say(`    ${line}`)
  const given = {
    ...env,
    OWNER_DATABASE_URL: prepared.ownerUrl,
    BABU_DEMO: '1',
    BABU_DEMO_FILE: own ? '' : demoFile,
  }
  const { code, words } = await loadDemo(given, show)
  if (stopping) return stopping
  if (code !== 0)
    throw new Stop(
      sentence({ message: words }) ?? 'The demo group could not be loaded: the lines above say why.',
    )
  if (!own) writeJson(stateFile, { demo: 'loaded' }, 0o644)
  if (existsSync(demoFile)) chmodSync(demoFile, 0o600)
}

function welcome(url, dev) {
  say(`\nBabu is ready: ${url}`)
  const demo = own ? undefined : readJson(demoFile, undefined)
  const accounts = Array.isArray(demo?.accounts) ? demo.accounts : []
  if (accounts.length > 0) {
    say('\nDemo accounts (also in .data/demo.json):')
    const rows = accounts.map((it) => [
      it.loginName ?? it.login ?? '',
      it.password ?? '',
      it.role ?? (it.roles ?? []).join(', '),
      it.dealership ?? '',
    ])
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => String(row[column]).length)))
    for (const row of rows)
      say(`  ${row.map((cell, column) => String(cell).padEnd(widths[column] ?? 0)).join('  ')}`)
  }
  say(`\n${dev ? '' : `Logs are in ${join('.data', 'logs')}. `}Ctrl-C stops everything.`)
}

async function serve({ port, env, url, dev }) {
  const logs = dev ? {} : { web: join(data, 'logs/web.log'), worker: join(data, 'logs/worker.log') }
  const watch = (name, child, logFile) =>
    child.done.then(({ code, signal }) => {
      if (!stopping)
        void stopAll(
          1,
          `${logFile ? `${lastLines(logFile)}\n` : ''}The ${name} ended unexpectedly (${signal ?? `code ${code}`}), so everything is stopped${logFile ? `; ${logFile} says why` : ''}.`,
        )
    })
  const web = startWeb({ port, env, dev, logFile: logs.web })
  await step('Starting the web server', () =>
    untilAnswering(`http://127.0.0.1:${port}/api/health`, web, logs.web),
  )
  void watch('web server', web, logs.web)
  const worker = startWorker({ env, dev, logFile: logs.worker })
  if (worker) void watch('worker', worker, logs.worker)
  else say('  There is no worker in this version yet.')
  welcome(url, dev)
}

async function start(mode) {
  const dev = mode === 'dev'
  const port = portWanted()
  mkdirSync(data, { recursive: true })
  await takeFolder()
  watchSignals()
  await checkPort(port)
  say(dev ? 'Babu for developers' : 'Babu (八步)')
  await ensureInstalled()
  await ensureGenerated()
  const prepared = await openDatabase()
  const demo = own ? process.env.BABU_DEMO === '1' : process.env.BABU_DEMO !== '0'
  const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  const env = appEnvironment({
    ...prepared,
    secret: secret(),
    url,
    storageDir: process.env.STORAGE_DIR || join(data, 'files'),
    demo,
  })
  mkdirSync(env.STORAGE_DIR, { recursive: true, mode: 0o700 })
  if (!dev) await ensureBuilt()
  await ensureDemo(prepared, env)
  if (!stopping) await serve({ port, env, url, dev })
}

async function resetDemo() {
  if (own) throw new Stop('demo:reset empties only the built-in database: unset DATABASE_URL.')
  await takeFolder()
  watchSignals()
  await ensureInstalled()
  await ensureGenerated()
  writeJson(stateFile, { demo: 'loading' }, 0o644)
  rmSync(join(data, 'files'), { recursive: true, force: true })
  mkdirSync(join(data, 'files'), { recursive: true, mode: 0o700 })
  const prepared = await openDatabase()
  await ensureDemo(
    prepared,
    appEnvironment({
      ...prepared,
      secret: secret(),
      url: 'http://localhost:3000',
      storageDir: join(data, 'files'),
      demo: true,
    }),
  )
  await stopAll(0, 'The demo group is as new: npm start shows it.')
}

export async function main([mode]) {
  try {
    await (mode === 'demo-reset' ? resetDemo() : start(mode))
  } catch (error) {
    if (stopping) return
    const plain = sentence(error)
    if (!plain) console.error(error)
    await stopAll(1, plain ?? 'Babu could not start: the lines above say why.')
  }
}
