import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, commandLine, isAlive, parentOf, readJson, root, wait, writeJson } from './plain.mjs'

const file = join(root, '.data/running.json')

const runs = ({ pid }) =>
  isAlive(pid) && (process.platform !== 'linux' || /(start|dev)\.mjs/.test(commandLine(pid)))

/** The process that has Babu running in this folder, if any. */
export function runningHere() {
  const holder = readJson(file, undefined)
  return holder && holder.pid !== process.pid && runs(holder) ? holder : undefined
}

/** One Babu per folder. One that was left alone by a killed npm is ended and replaced. */
export async function takeFolder() {
  const holder = runningHere()
  if (holder) {
    const abandoned =
      holder.npm && parentOf(holder.pid) !== undefined && parentOf(holder.pid) !== holder.parent
    if (!abandoned)
      throw new Stop(
        `Babu is running in this folder already (process ${holder.pid}): stop it first, or use a second clone with another PORT.`,
      )
    process.kill(holder.pid, 'SIGTERM')
    for (let tenth = 0; tenth < 200 && runs(holder); tenth++) await wait(100)
  }
  writeJson(file, { pid: process.pid, parent: process.ppid, npm: Boolean(process.env.npm_lifecycle_event) })
}

export function leaveFolder() {
  if (readJson(file, {}).pid === process.pid) rmSync(file, { force: true })
}
