import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startWeb, startWorker, webProcesses } from './app.mjs'
import { endAll, lastLines, step, untilAnswering } from './children.mjs'
import { demoAccounts, ensureDemo, replaceByDemo } from './demo.mjs'
import { ensureBuilt, ensureGenerated, ensureInstalled } from './install.mjs'
import { data, environmentOf, own, prepare, startServer } from './local-database.mjs'
import { leaveFolder, runningHere, takeFolder } from './lock.mjs'
import { Stop, say, sentence, wait, whyTaken } from './plain.mjs'

let server
let stopping

/** Ends the children first, then the database; runs once however often it is asked. */
function stopAll(code, why) {
  stopping ??= (async () => {
    if (why) console.error(`\n${why}`)
    await endAll()
    const database = await server?.catch(() => undefined)
    await database?.stop()
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

/** What to do about a port that cannot be had, by the system's word for it. */
export function portRefusal(port, host, code) {
  if (code === 'EACCES')
    return `Port ${port} is open to administrators alone: choose one above 1023 (PORT=3000 npm start).`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST is "${host}", which is no address of this machine: unset it, or set it to one that is.`
  return `Port ${port} is in use by another program: stop that program, or choose another port (PORT=${port < 65535 ? port + 1 : 3000} npm start).`
}

async function checkPort(port) {
  const host = process.env.HOST || undefined
  let code = await whyTaken(port, host)
  // A server that was stopped a moment ago may still hold it.
  for (let attempt = 0; attempt < 10 && code === 'EADDRINUSE'; attempt++) {
    await wait(300)
    code = await whyTaken(port, host)
  }
  if (code) throw new Stop(portRefusal(port, host, code))
}

const whyEnded = (logFile) =>
  /No space left on device/i.test(lastLines(logFile, 50))
    ? 'The disk of the database is full, so everything is stopped: free some space and start again.'
    : `PostgreSQL ended unexpectedly, so everything is stopped; ${logFile} says why.`

async function openDatabase() {
  server = startServer()
  const database = await server
  database?.ended?.then(() => void stopAll(1, whyEnded(join(data, 'postgres.log'))))
  return database
}

function watch(name, child, logFile) {
  void child.done.then(({ code, signal }) => {
    if (stopping) return
    if (logFile) say(lastLines(logFile))
    const where = logFile ? `; ${logFile} says why` : ''
    void stopAll(
      1,
      `The ${name} ended unexpectedly (${signal ?? `code ${code}`}), so everything is stopped${where}.`,
    )
  })
}

const WILDCARDS = ['', '0.0.0.0', '::']

/** Where this machine finds the web server: on the address it is bound to, when it is bound to one. */
function healthAddress(port) {
  const host = process.env.HOST ?? ''
  const named = WILDCARDS.includes(host) ? '127.0.0.1' : host
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}/api/health`
}

async function serve({ port, env, dev, processes }) {
  const logs = dev ? {} : { web: join(data, 'logs/web.log'), worker: join(data, 'logs/worker.log') }
  const web = startWeb({ port, env, dev, processes, logFile: logs.web })
  await step('Starting the web server', () => untilAnswering(healthAddress(port), web, logs.web))
  watch('web server', web, logs.web)
  const worker = startWorker({ env, dev, logFile: logs.worker })
  if (worker) watch('worker', worker, logs.worker)
}

function welcome(url, dev) {
  say(`\nBabu is ready: ${url}`)
  const accounts = demoAccounts()
  if (accounts.length > 0) say(`\nDemo accounts (also in .data/demo.json):\n${accounts.join('\n')}`)
  else say('\nWithout a dealership yet? "npm run found" makes the first one and its administrator.')
  say(`\n${dev ? '' : `Logs are in ${join('.data', 'logs')}. `}Ctrl-C stops everything.`)
}

async function start(dev) {
  const port = portWanted()
  const processes = webProcesses()
  mkdirSync(data, { recursive: true })
  await takeFolder()
  watchSignals()
  await checkPort(port)
  say(dev ? 'Babu for developers' : 'Babu (八步)')
  await ensureInstalled()
  await ensureGenerated()
  const database = await openDatabase()
  const prepared = await prepare(database)
  const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  const env = environmentOf(prepared, url)
  if (!dev) await ensureBuilt()
  await ensureDemo(database, prepared, env)
  if (!stopping) await serve({ port, env, dev, processes })
  if (!stopping) welcome(url, dev)
}

async function reset() {
  if (own) throw new Stop('demo:reset empties only the built-in database: unset DATABASE_URL.')
  mkdirSync(data, { recursive: true })
  const running = runningHere()
  if (!running) await takeFolder()
  watchSignals()
  await ensureInstalled()
  await ensureGenerated()
  const database = await openDatabase()
  const prepared = await prepare(database)
  await replaceByDemo(database, environmentOf(prepared, 'http://localhost:3000'))
  await stopAll(0, running ? 'The demo group is as new.' : 'The demo group is as new: npm start shows it.')
}

export async function main([mode]) {
  try {
    await (mode === 'demo-reset' ? reset() : start(mode === 'dev'))
  } catch (error) {
    if (stopping) return
    const plain = sentence(error)
    if (!plain) console.error(error)
    await stopAll(1, plain ?? 'Babu could not start: the lines above say why.')
  }
}
