import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs'
import { chmodSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { once } from 'node:events'
import pg from 'pg'
import { root } from '../../scripts/lib/plain.mjs'

/** What a clone need not hold to be started: it shares the packages and the build, and has no data yet. */
const LEFT_OUT = [
  'node_modules',
  '.data',
  '.git',
  'docs',
  'screenshots',
  'test-results',
  'tests',
  join('.next', 'cache'),
  join('.next', 'dev'),
]

/** A folder like a clone of this repository, with its packages and its build. */
export function aClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'babu-start-'))
  const left = LEFT_OUT.map((name) => join(root, name))
  cpSync(root, folder, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (from) => !left.includes(from) && !from.endsWith('.map'),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  // PostgreSQL runs as another user where we are root.
  chmodSync(folder, 0o755)
  return folder
}

/** The environment of a terminal that knows nothing of these tests. */
function terminal(given: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|VITEST|NODE_|BABU_|TEST|PORT$|HOST$|TZ$|.*DATABASE_URL$|NEXTAUTH_|STORAGE_DIR$)/.test(name),
  )
  const env: Record<string, string | undefined> = { ...Object.fromEntries(kept), BABU_DEMO: '0', ...given }
  // Next's types want a mode here; a terminal has none.
  return env as NodeJS.ProcessEnv
}

export type Start = {
  pid: number
  said: () => string
  /** Resolves as soon as this was said. */
  saying: (words: RegExp) => Promise<void>
  /** Resolves with the seconds it took to be ready; fails with what was said when it ends before. */
  ready: Promise<number>
  ended: Promise<number | null>
}

/** Runs the start as a terminal does: in a process group of its own. */
export function start(
  folder: string,
  env: Record<string, string>,
  command = [process.execPath, 'scripts/start.mjs'],
): Start {
  const begun = performance.now()
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    cwd: folder,
    env: terminal(env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => (words += piece))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const saying = (wanted: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (wanted.test(words)) resolve()
      }
      child.stdout.on('data', look)
      look()
      void ended.then((code) => reject(new Error(`ended with ${code}:\n${words}`)))
    })
  const ready = saying(/Babu is ready: /).then(() => (performance.now() - begun) / 1000)
  ready.catch(() => {})
  return { pid: child.pid ?? 0, said: () => words, saying, ready, ended }
}

const linkOf = (path: string) => {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** Every process that works in this folder or was started with a file of it, as `pid command`. */
export function processesOf(folder: string): string[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const cwd = linkOf(`/proc/${pid}/cwd`)
      let command = ''
      try {
        command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      } catch {
        // It has just ended.
      }
      const inside = `${cwd}${sep}`.startsWith(folder + sep) || command.includes(folder)
      return inside && command ? `${pid} ${command}` : ''
    })
    .filter(Boolean)
}

/** Ends whatever a failed test left in the folder, then the folder itself. */
export function clearAway(folder: string) {
  for (const line of processesOf(folder)) {
    try {
      process.kill(Number(line.split(' ')[0]), 'SIGKILL')
    } catch {
      // It has just ended.
    }
  }
  // Thousands of small files: nobody waits for it.
  spawn('rm', ['-rf', folder], { detached: true, stdio: 'ignore' }).unref()
}

/** Asks the built-in database of a folder that runs, as its owner. */
export async function ask(folder: string, sql: string, database = 'babu') {
  const port = readFileSync(join(folder, '.data/postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const { clusterPassword } = JSON.parse(readFileSync(join(folder, '.data/secrets.json'), 'utf8'))
  const client = new pg.Client({
    connectionString: `postgresql://babu:${clusterPassword}@127.0.0.1:${port}/${database}`,
  })
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** What a start that has ended may have left: processes, and the sign that it runs. */
export const left = (folder: string) => ({
  processes: processesOf(folder),
  lock: existsSync(join(folder, '.data/running.json')),
})
export const NOTHING = { processes: [], lock: false }
