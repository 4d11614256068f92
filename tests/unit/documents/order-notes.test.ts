import { expect, test } from 'vitest'
import { billNotes, grandTotal, lineNotes, sumNotes } from '@/lib/documents/order-notes'
import { estimateLines } from '@/lib/orders/estimate-content'

const line = {
  kind: 'repair', title: '异响', titleEn: 'Noise', payer: 'customer' as const, minutes: 30, labourFen: 0, discountFen: 0, reason: '',
  jobParts: [], priceAfterInspection: true,
} // prettier-ignore
const priced = { ...line, title: '机油', titleEn: 'Oil', labourFen: 20_000, priceAfterInspection: false }

test('S3-05 a paper never says ¥0.00 for what has no price yet', () => {
  const open = estimateLines([line], 1300)
  expect(grandTotal(open, 'zh-CN')).not.toContain('0')
  expect(sumNotes(open, 'en')).toEqual([{ term: 'without 1 line priced after the inspection', value: '' }])
  const both = estimateLines([line, priced], 1300)
  expect(grandTotal(both, 'en')).toContain('200.00')
  expect(sumNotes(both, 'en')).toHaveLength(1)
})

test('a paper says who bears what, what else was offered, and why a line is recommended', () => {
  const shared = {
    ...priced,
    suggested: true,
    reason: '油位低',
    choiceId: 'c',
    jobShares: [{ payer: 'goodwill' as const, shareBp: 2500, amountFen: null }],
  }
  const other = {
    ...priced,
    title: '全合成',
    titleEn: 'Synthetic',
    labourFen: 30_000,
    choiceId: 'c',
    chosen: false,
  }
  const content = estimateLines([shared, other], 1300)
  expect(content.lines).toHaveLength(1)
  const notes = lineNotes(content.lines[0]!, 'en')
  expect(notes.join('\n')).toMatch(
    /recommended: 油位低\nshared: Customer ¥150.00, Goodwill ¥50.00\nalso offered: Synthetic/,
  )
  expect(sumNotes(content, 'en').map(({ value }) => value)).toEqual(['¥150.00', '¥50.00'])
  expect(billNotes({ shares: content.lines[0]!.shares }, 'en')).toHaveLength(1)
  expect(billNotes({ afterInspection: true }, 'zh-CN')).toHaveLength(1)
})
