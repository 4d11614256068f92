import { existsSync, mkdirSync, readFileSync, renameSync, statfsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** An expected end: one plain sentence for the person at the terminal, exit code 1, no stack. */
export class Stop extends Error {}

/** One line of what went wrong, understandable without knowing the code. */
export function sentence(error) {
  if (error instanceof Stop) return error.message
  if (error?.code === 'ENOSPC' || /ENOSPC|No space left on device/i.test(String(error?.message)))
    return 'The disk is full: free some space and start again.'
  if (error?.code === 'EACCES' || error?.code === 'EROFS')
    return `Babu may not write ${error.path ?? 'in this folder'}: start it as the user who owns the folder.`
  return undefined
}

export function endWith(error) {
  const plain = sentence(error)
  console.error(plain ? `\n${plain}` : error)
  process.exit(1)
}

export const say = (line) => process.stdout.write(`${line}\n`)

export function readJson(file, fallback) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return fallback
    throw error
  }
}

/** Written whole or not at all, readable by the owner alone unless told otherwise. */
export function writeJson(file, value, mode = 0o600) {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode })
  renameSync(draft, file)
}

/** A port nobody listens on, on the loopback address. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Why nothing can be served on this port (the system's error code), undefined when it is free. */
export const whyTaken = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code }) => resolve(code))
    server.listen({ port, host }, () => server.close(() => resolve(undefined)))
  })

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The command line of a process, or an empty text where the system does not tell. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** Refuses before anything is begun that the disk cannot hold. */
export function needSpace(folder, megabytes, what) {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  const { bavail, bsize } = statfsSync(at)
  const free = Math.floor((bavail * bsize) / 1024 ** 2)
  if (free < megabytes)
    throw new Stop(
      `The disk that holds ${folder} has only ${free} MB free and ${what} needs ${megabytes} MB: free some space and start again.`,
    )
}
