import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/lib/plain.mjs'

/** Takes the folder again and again at the same moments as the others, and tells from when to when it had it. */
const CONTENDER = `
import { leaveFolder, takeFolder } from './scripts/lib/lock.mjs'
const [begin, rounds] = process.argv.slice(2).map(Number)
const now = () => performance.timeOrigin + performance.now()
for (let round = 0; round < rounds; round++) {
  while (now() < begin + round * 60);
  try {
    await takeFolder()
  } catch {
    continue
  }
  const from = now()
  await new Promise((resolve) => setTimeout(resolve, 20))
  console.log(JSON.stringify({ from, to: now() }))
  leaveFolder()
}
`

test('starts of one moment never have the folder together', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'babu-lock-'))
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true })
  // Named as the real one, by which a holder is known.
  writeFileSync(join(folder, 'start.mjs'), CONTENDER)
  const begin = Date.now() + 1500
  const contenders = Array.from({ length: 4 }, async () => {
    const child = spawn(process.execPath, ['start.mjs', String(begin), '50'], { cwd: folder })
    let words = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (words += piece))
    await once(child, 'close')
    return words
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { from: number; to: number })
  })
  const held = (await Promise.all(contenders)).flat().sort((a, b) => a.from - b.from)
  expect(held.length).toBeGreaterThan(10)
  const together = held.filter(({ from }, n) => n > 0 && from < (held[n - 1]?.to ?? 0))
  expect(together).toEqual([])
})
