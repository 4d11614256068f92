import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Stop, commandLine, isAlive, parentOf, readJson, root, wait } from './plain.mjs'

const file = join(root, '.data/running.json')

const runs = ({ pid }) =>
  pid !== process.pid &&
  isAlive(pid) &&
  (process.platform !== 'linux' || /(start|dev)\.mjs/.test(commandLine(pid)))

/** The process that has Babu running in this folder, if any. */
export function runningHere() {
  const holder = readJson(file, undefined)
  return holder && runs(holder) ? holder : undefined
}

/** Writes the file unless somebody else has; of two at the same moment one succeeds. */
function write(path, holder) {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Takes the file of a dead process out of the way; one that was renewed in the meantime is put back. */
function clear(dead) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  const found = readJson(aside, undefined)
  if (found && found.pid !== dead?.pid) write(file, found)
  rmSync(aside, { force: true })
}

const isAbandoned = ({ npm, pid, parent }) => npm && parentOf(pid) !== undefined && parentOf(pid) !== parent

/** One Babu per folder. One that was left alone by a killed npm is ended and replaced. */
export async function takeFolder() {
  mkdirSync(dirname(file), { recursive: true })
  const mine = { pid: process.pid, parent: process.ppid, npm: Boolean(process.env.npm_lifecycle_event) }
  for (let unread = 0; !write(file, mine);) {
    const holder = readJson(file, undefined)
    if (!holder && existsSync(file) && unread++ < 10) {
      await wait(50)
      continue
    }
    if (!holder || !runs(holder)) {
      clear(holder)
      continue
    }
    if (!isAbandoned(holder))
      throw new Stop(
        `Babu is running in this folder already (process ${holder.pid}): stop it first, or use a second clone with another PORT.`,
      )
    process.kill(holder.pid, 'SIGTERM')
    for (let tenth = 0; tenth < 200 && runs(holder); tenth++) await wait(100)
  }
}

export function leaveFolder() {
  if (readJson(file, {}).pid === process.pid) rmSync(file, { force: true })
}
