import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../scripts/lib/plain.mjs'
import { aClone, ask, clearAway, left, NOTHING, start } from './folder'

// A small disk of its own under .data; only an administrator can make one.
let folder: string, data: string
const mount = (megabytes: number) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', data]).status === 0
const unmount = () => spawnSync('umount', ['-l', data])
const mayMount = () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const probe = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'])
  return probe.status === 0
}

beforeAll(() => {
  folder = aClone()
  data = join(folder, '.data')
  mkdirSync(data)
})
afterAll(() => {
  unmount()
  clearAway(folder)
})

test.runIf(mayMount())('a disk with too little space is refused before anything is begun', async () => {
  expect(mount(60)).toBe(true)
  const refused = start(folder, { PORT: String(await freePort()) })
  expect(await refused.ended).toBe(1)
  expect(refused.said().trim().split('\n').at(-1)).toMatch(
    /^The disk that holds .*\.data has only \d+ MB free and the database needs 200 MB: free some space and start again\.$/,
  )
  expect(left(folder)).toEqual(NOTHING)
  unmount()
})

test.runIf(mayMount())(
  'a disk that becomes full is told in one sentence, and with space again all data is there',
  async () => {
    expect(mount(280)).toBe(true)
    const running = start(folder, { PORT: String(await freePort()) })
    await running.ready
    await ask(folder, `INSERT INTO "Group" (id, name, "nameEn") VALUES (gen_random_uuid(), 'kept', 'kept')`)
    const ballast = join(data, 'ballast')
    const { bavail, bsize } = statfsSync(data)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    // The journal of the database wants its next file and gets none.
    await ask(
      folder,
      `CREATE TABLE filler AS SELECT repeat(md5(n::text), 30) FROM generate_series(1, 100000) n`,
    ).catch(() => {})
    await ask(
      folder,
      'SELECT pg_switch_wal(), 1 FROM (SELECT pg_logical_emit_message(false, repeat(chr(120), 10), repeat(chr(120), 40000000))) it',
    ).catch(() => {})
    expect(await running.ended).toBe(1)
    expect(running.said().trim().split('\n').at(-1)).toBe(
      'The disk of the database is full, so everything is stopped: free some space and start again.',
    )
    expect(left(folder)).toEqual(NOTHING)

    rmSync(ballast)
    const again = start(folder, { PORT: String(await freePort()) })
    await again.ready
    expect(await ask(folder, 'SELECT name FROM "Group"')).toEqual([{ name: 'kept' }])
    process.kill(again.pid, 'SIGTERM')
    expect(await again.ended).toBe(0)
  },
)
