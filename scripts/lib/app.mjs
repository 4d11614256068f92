import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { keep, run } from './children.mjs'
import { Stop, root } from './plain.mjs'

const at = (path) => join(root, path)
const next = at('node_modules/next/dist/bin/next')
const tsx = at('node_modules/tsx/dist/loader.mjs')
const several = at('scripts/lib/web-processes.mjs')
const lastHop = `file://${at('scripts/lib/last-hop.mjs')}`
const staticFiles = `file://${at('scripts/lib/static-files.mjs')}`
const workerFile = 'scripts/worker.ts'
const demoFile = 'prisma/seed/demo.ts'
const typescript = ['--conditions=react-server', '--import', `file://${tsx}`]

/** The environment of the web server and the worker, as lib/server/env.ts reads it. */
export function appEnvironment({ appUrl, jobsUrl, secret, url, storageDir, demo }) {
  return {
    APP_DATABASE_URL: appUrl,
    JOBS_DATABASE_URL: jobsUrl,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: url,
    STORAGE_DIR: storageDir,
    BABU_DEMO: demo ? '1' : '',
    DATABASE_URL: '',
    OWNER_DATABASE_URL: '',
  }
}

/** More would need more connections than PostgreSQL has as it comes (100). */
const MOST_PROCESSES = 4

/** In how many processes the web server works: as many as there are processors, unless WEB_PROCESSES says otherwise. */
export function webProcesses() {
  const text = process.env.WEB_PROCESSES
  if (!text) return Math.min(MOST_PROCESSES, availableParallelism())
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 32)
    throw new Stop(`WEB_PROCESSES is "${text}": set it to a number from 1 to 32.`)
  return count
}

export function startWeb({ port, env, logFile, dev = false, processes = webProcesses() }) {
  const host = process.env.HOST ? ['--hostname', process.env.HOST] : []
  const mode = { NODE_ENV: dev ? 'development' : 'production' }
  const program = dev || processes === 1 ? [next] : [several, String(processes), next]
  const hooks = ['--import', lastHop, ...(dev ? [] : ['--import', staticFiles])]
  return keep([...hooks, ...program, dev ? 'dev' : 'start', '--port', String(port), ...host], {
    env: { ...env, ...mode, PORT: String(port) },
    logFile,
  })
}

/** The worker that does the jobs; undefined while there is none. */
export function startWorker({ env, logFile, dev = false }) {
  if (!existsSync(at(workerFile))) return undefined
  const watched = [
    at('node_modules/tsx/dist/cli.mjs'),
    'watch',
    '--clear-screen=false',
    '--conditions=react-server',
    workerFile,
  ]
  const plain = [...typescript, workerFile]
  return keep(dev ? watched : plain, {
    env: { ...env, NODE_ENV: dev ? 'development' : 'production' },
    logFile,
  })
}

export const hasDemo = () => existsSync(at(demoFile))

/** Loads the demo group; each line it says is handed on. */
export const loadDemo = (env, onLine) => run([...typescript, demoFile], { env, onLine })

/** Runs a TypeScript program of this repository with its words passing through. */
export const runTypescript = (file, args, env) => run([...typescript, file, ...args], { env, show: true })
