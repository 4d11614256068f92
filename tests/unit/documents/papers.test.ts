import { expect, test } from 'vitest'
import { orderPaper } from '@/lib/documents/order-paper'
import { MISSING, setterOf } from '@/lib/documents/runs'
import { typeset } from '@/lib/documents/server/typeset'
import { LONG_NAME, orderFacts, SETTING } from '../../support/papers'
import { pdfFonts, pdfText } from '../../support/pdf-text'

const NOW = new Date('2026-11-22T02:05:00Z')
const plain = (text: string) => text.replace(/\s+/g, '')

test('S3-22 S3-23 S3-25 S3-26 S3-27 S3-30 S3-36 sixty lines go over pages and lose nothing', async () => {
  const facts = orderFacts(60)
  const paper = orderPaper('order', facts, SETTING)
  const bytes = await typeset(paper, NOW)
  const { text, pages } = await pdfText(bytes)
  expect(pages).toBeGreaterThan(2)
  for (const { position, title } of facts.content.lines)
    expect(text).toContain(plain(`${position}. ${title}`))
  for (const problem of facts.content.problems) expect(text).toContain(plain(problem))
  const heads = text.split(plain('项目工时工时费备件费优惠小计')).length - 1
  expect(heads).toBeGreaterThanOrEqual(pages - 2)
  for (const words of [
    '预计完工时间',
    '旧件去向',
    '免费洗车',
    '新发现的维修项目',
    'K7XM93TW',
    'K7XM93TWACDEFHJK',
  ])
    expect(text).toContain(words)
  expect(text).toContain(plain(`第 ${pages} 页，共 ${pages} 页`))
})

test('long and rare names are whole, also with letters of four bytes', async () => {
  const bytes = await typeset(orderPaper('order', orderFacts(3, { name: LONG_NAME }), SETTING), NOW)
  expect((await pdfText(bytes)).text).toContain(plain(LONG_NAME))
  const { descriptors, embedded, names } = pdfFonts(bytes)
  expect(embedded).toBe(descriptors)
  expect(names).toContain('NotoSansJP-Regular')
})

test('a paper without anything in its parts says so', async () => {
  const paper = orderPaper('estimate', orderFacts(0, { name: '', signed: false }), {
    ...SETTING,
    proof: null,
  })
  expect(paper).toMatchObject({ proof: null, fingerprint: null, notices: ['尚未签字。'] })
  const { text, pages } = await pdfText(await typeset(paper, NOW))
  expect(pages).toBe(1)
  for (const words of ['客户反映的问题无', '未定', '¥0.00']) expect(text).toContain(words)
  expect(text).not.toMatch(/undefined|null|NaN/)
})

test('the same paper made at the same instant is the same file, in English another', async () => {
  const facts = orderFacts(4)
  const hash = async (locale: 'en' | 'zh-CN') =>
    (await typeset(orderPaper('order', facts, { ...SETTING, locale }), NOW)).toString('base64')
  const [first, again, english] = [await hash('zh-CN'), await hash('zh-CN'), await hash('en')]
  expect(again).toBe(first)
  expect(english).not.toBe(first)
})

test('an English paper has no Chinese but what is a name', () => {
  const { blocks, title, notices, words } = orderPaper('order', orderFacts(2), { ...SETTING, locale: 'en' })
  const set = blocks.filter(({ kind }) => kind !== 'facts' && kind !== 'list')
  const said = JSON.stringify([title, notices, words, set]).replaceAll('张伟', '')
  expect(said).not.toMatch(/[\u4e00-\u9fff]/)
})

test('runs go to the first font that has the letter; what none has becomes the mark of a missing type', () => {
  const set = setterOf({ sans: '20-7e 4e00-4e10 3013', rare: '3400-3410 20bb7' })
  expect(set('a一㐀𠮷b', { bold: true })).toEqual([
    { text: 'a一', font: 'sans', bold: true },
    { text: '㐀𠮷', font: 'rare', bold: false },
    { text: 'b', font: 'sans', bold: true },
  ])
  expect(set('a🚗️')).toEqual([{ text: `a${MISSING}`, font: 'sans', bold: false }])
  expect(set('')).toEqual([{ text: '', font: 'sans' }])
})
