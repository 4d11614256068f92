import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { Stop, root, say, wait } from './plain.mjs'

const living = new Set()
const preload = pathToFileURL(join(root, 'scripts/lib/die-with-parent.mjs')).href

function spawnNode(args, { env = {}, stdio }) {
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: root,
    detached: true,
    stdio,
    env: { ...process.env, ...env, BABU_PARENT: String(process.pid), NEXT_TELEMETRY_DISABLED: '1' },
  })
  living.add(child)
  child.done = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, error }))
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }))
  }).then((end) => {
    living.delete(child)
    return end
  })
  return child
}

const signalGroup = (child, signal) => {
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/** Ends a child and all it started: politely, and after some seconds by force. */
export async function end(child, seconds = 8) {
  if (!living.has(child)) return
  child.kill('SIGTERM')
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), seconds * 1000)
  await child.done
  clearTimeout(late)
  await endGroup(child)
}

/** Ends what a child had started and did not end, and waits until the system has taken it away. */
async function endGroup(child) {
  for (let turn = 0; turn < 200; turn++) {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      return
    }
    await wait(10)
  }
}

export const endAll = () => Promise.all([...living].map((child) => end(child)))

/** Runs a Node program to its end. With `show` its words pass through, else they are kept for the case of a failure. */
export async function run(args, { env, show = false, onLine } = {}) {
  const plain = show ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }
  const child = spawnNode(args, {
    env: { ...plain, ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece) => {
      words = (words + piece).slice(-200_000)
      if (onLine) for (const line of piece.split(/[\r\n]+/)) if (line.trim()) onLine(line.trim())
    })
  }
  return { ...(await child.done), words: stripVTControlCharacters(words) }
}

/** Starts a Node program that stays; its words go to a log file (one old one is kept), or through when there is none. */
export function keep(args, { env, logFile }) {
  if (!logFile) return spawnNode(args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  mkdirSync(dirname(logFile), { recursive: true })
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 20_000_000) renameSync(logFile, `${logFile}.1`)
  const log = openSync(logFile, 'a')
  return spawnNode(args, { env, stdio: ['ignore', log, log] })
}

export const lastLines = (file, count = 15) => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

/** One step of the way with its name and its time; a dot every five seconds shows that it lives. */
export async function step(label, work) {
  const begun = performance.now()
  const tty = process.stdout.isTTY
  process.stdout.write(`  ${label} …${tty ? '' : '\n'}`)
  const alive = setInterval(
    () => process.stdout.write(tty ? '.' : `  … ${label}, ${seconds(begun)}\n`),
    tty ? 5000 : 20_000,
  )
  try {
    const result = await work()
    process.stdout.write(tty ? ` ${seconds(begun)}\n` : `  ${label}: ${seconds(begun)}\n`)
    return result
  } catch (error) {
    if (tty) process.stdout.write('\n')
    throw error
  } finally {
    clearInterval(alive)
  }
}

const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`

/** Waits until the address answers, or the child that should answer is gone. */
export async function untilAnswering(url, child, logFile) {
  let gone
  child.done.then((how) => (gone = how))
  for (let tenth = 0; tenth < 1200 && !gone; tenth++) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    if (answer && answer.status < 500) return
    if (answer && tenth > 100) break
    await wait(100)
  }
  const told = logFile ? lastLines(logFile) : ''
  if (/EADDRINUSE/.test(told))
    throw new Stop('The port was taken by another program in the meantime: set PORT to a free one.')
  say(told)
  throw new Stop(
    `The web server does not answer at ${url}: the lines above (and ${logFile ?? 'its log'}) say why.`,
  )
}
