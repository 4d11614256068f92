import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import { fits } from '../../scripts/lib/node-version.mjs'
import { root } from '../../scripts/lib/plain.mjs'

const at = (...path: string[]) => join(root, ...path)
const ENTRANCES = readdirSync(at('scripts')).filter(
  (name) => name.endsWith('.mjs') && name !== 'prisma-schema-engine.mjs',
)
const SENTENCE =
  /^Babu needs Node\.js 20 from 20\.19, 22 from 22\.12, or 24 and newer, and this is 18\.20\.8: install one of these .* and start again\.\n$/

test('every command can be read by a Node as old as 12 up to the check of its version', () => {
  expect(ENTRANCES).toEqual(
    expect.arrayContaining(['start.mjs', 'test.mjs', 'dev.mjs', 'build.mjs', 'found.mjs']),
  )
  const linter = new Linter()
  const old = { languageOptions: { ecmaVersion: 2020, sourceType: 'module' } } as const
  for (const file of [...ENTRANCES.map((name) => at('scripts', name)), at('scripts/lib/node-version.mjs')]) {
    const text = readFileSync(file, 'utf8')
    expect(linter.verify(text, old), file).toEqual([])
    // An import at the head would be read, and fail, before the check.
    expect(text, file).not.toMatch(/^import[ {*]/m)
  }
})

test('an old Node is told in one sentence what to do', () => {
  const pretend = join(mkdtempSync(join(tmpdir(), 'babu-old-')), 'old.cjs')
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })`,
  )
  for (const name of ['start.mjs', 'test.mjs']) {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--require', pretend, at('scripts', name)],
      {
        encoding: 'utf8',
      },
    )
    expect([status, stdout], name).toEqual([1, ''])
    expect(stderr, name).toMatch(SENTENCE)
  }
})

test('the check, package.json and both readmes say the same', () => {
  const { engines } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  expect(engines.node).toBe('^20.19.0 || ^22.12.0 || >=24.0.0')
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '22.20.1', '24.0.0', '25.3.0'])
    expect(fits(version), version).toBe(true)
  for (const version of ['12.22.0', '18.20.8', '20.18.3', '21.7.3', '22.11.0', '23.11.1'])
    expect(fits(version), version).toBe(false)
  for (const readme of ['README.md', 'README.zh-CN.md']) {
    const text = readFileSync(at(readme), 'utf8')
    for (const version of ['20.19', '22.12', '24']) expect(text, readme).toContain(version)
  }
})
