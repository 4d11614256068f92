import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keep, run } from './children.mjs'
import { root } from './plain.mjs'

const at = (path) => join(root, path)
const next = at('node_modules/next/dist/bin/next')
const tsx = at('node_modules/tsx/dist/loader.mjs')
const lastHop = `file://${at('scripts/lib/last-hop.mjs')}`
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

export function startWeb({ port, env, logFile, dev = false }) {
  const host = process.env.HOST ? ['--hostname', process.env.HOST] : []
  const mode = { NODE_ENV: dev ? 'development' : 'production' }
  return keep(['--import', lastHop, next, dev ? 'dev' : 'start', '--port', String(port), ...host], {
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
