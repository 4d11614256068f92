import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REFUSALS, type RefusalCode } from '@/lib/core/refusal'
import { STEPS } from '@/lib/core/step'
import { LOCALES } from '@/lib/i18n/locales'
import { refusalText } from '@/lib/i18n/refusals'
import { steps } from '@/lib/i18n/steps'

const root = new URL('../../../lib/i18n/', import.meta.url)
const areas = (locale: string) => readdirSync(new URL(`${locale}/`, root)).sort()

function leaves(value: unknown, path = ''): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
}

test('each area has its words in both languages and a register', () => {
  expect(areas('zh-CN')).toEqual(areas('en'))
  for (const file of areas('en')) expect(readFileSync(new URL(file, root), 'utf8')).toContain("'zh-CN'")
})

test.each(areas('en'))('%s says the same things in both languages', async (file) => {
  const [en, zhCN] = await Promise.all(
    ['en', 'zh-CN'].map(async (locale) =>
      leaves((await import(new URL(`${locale}/${file}`, root).href)).default),
    ),
  )
  const shape = (found: [string, unknown][] = []) =>
    found.map(([path, value]) => `${path}: ${typeof value}`).sort()
  const wordless = file === 'refusals.ts'
  if (!wordless) expect(shape(zhCN)).toEqual(shape(en))
  // A list may leave a place empty that is never shown, such as the severity nought.
  const said = [...(en ?? []), ...(zhCN ?? [])].filter(([path]) => !/\.\d+$/.test(path))
  for (const [path, value] of said) expect(value, path).not.toBe('')
})

test('X-PRC-01 X-PRC-21 the eight steps are named, and each has its benefit sentence', () => {
  for (const locale of LOCALES)
    for (const step of STEPS) {
      const words = steps[locale][step]
      expect(words.benefit.length).toBeGreaterThan(10)
      expect(words.mark).toHaveLength(1)
    }
  expect(STEPS.map((step) => steps['zh-CN'][step].mark).join('')).toBe('约接单候修检交访')
})

test('every refusal has a sentence in both languages, with and without facts', () => {
  for (const locale of LOCALES)
    for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
      const sentence = refusalText({ code }, locale)
      expect(sentence.length, code).toBeGreaterThan(4)
    }
})
