import { expect, test } from 'vitest'
import { billNotes, grandTotal, lineNotes, sumNotes } from '@/lib/documents/order-notes'
import { choicesOf } from '@/lib/orders/choices'
import { appointmentPaper, type AppointmentFacts } from '@/lib/documents/appointment-paper'
import { sumsOf } from '@/lib/documents/order-paper'
import { estimateLines } from '@/lib/orders/estimate-content'

const line = {
  kind: 'repair', title: '异响', titleEn: 'Noise', payer: 'customer' as const, minutes: 30, labourFen: 0, discountFen: 0, reason: '',
  jobParts: [], priceAfterInspection: true,
} // prettier-ignore
const priced = { ...line, title: '机油', titleEn: 'Oil', labourFen: 20_000, priceAfterInspection: false }

const named = { name: '本店', nameEn: 'House' }
const bookingFacts: AppointmentFacts = {
  no: 'A1', status: 'confirmed', startsAt: new Date('2026-11-24T02:00:00Z'), promisedAt: null, concern: '异响', remarks: '', pickUp: false,
  pickUpAddress: '', labourFen: 0, partsFen: 0, discountBp: 0, customer: { name: '张伟' }, adviser: null, loanerStay: null,
  vehicle: { plate: '沪A12345', plateKind: 'ordinary', brand: '丰田', model: '凯美瑞' }, appointmentItems: [], appointmentProposals: [], comebackOfId: null,
  dealership: { ...named, address: '', addressEn: '', phone: '' },
} // prettier-ignore

test('S3-05 a paper never says ¥0.00 for what has no price yet', () => {
  const open = estimateLines([line], 1300)
  expect(grandTotal(open, 'zh-CN')).not.toContain('0')
  expect(sumNotes(open, 'en')).toEqual([{ term: 'without 1 line priced after the inspection', value: '' }])
  const both = estimateLines([line, priced], 1300)
  expect(grandTotal(both, 'en')).toContain('200.00')
  expect(sumNotes(both, 'en')).toHaveLength(1)
  const said = JSON.stringify(sumsOf(open, 'en'))
  expect(said).toContain('after inspection')
  expect(said).not.toContain('0.00')
  expect(JSON.stringify(sumsOf(both, 'en'))).toContain('200.00')
})

test('S3-05 an alternative and a share without a price yet are no ¥0.00 either', () => {
  const of = { choiceId: 'c', jobShares: [{ payer: 'goodwill' as const, shareBp: 2500, amountFen: null }] }
  const other = { ...line, title: '拆检', titleEn: 'Strip', choiceId: 'c', chosen: false }
  const notes = lineNotes(estimateLines([{ ...line, ...of }, other], 1300).lines[0]!, 'en')
  expect(notes).toEqual(['also offered: Strip, Price after inspection'])
})

test('S1-40 the confirmation of a booking in own words has no sum, one with a package too says what is not in it', () => {
  const own = { description: '异响', labourFen: 0, partsFen: 0, package: null, operation: null }
  const oil = { ...own, description: '机油', labourFen: 20_000, partsFen: 10_000 }
  const paperOf = (appointmentItems: (typeof own)[]) => {
    const labourFen = appointmentItems.reduce((sum, one) => sum + one.labourFen, 0)
    const partsFen = appointmentItems.reduce((sum, one) => sum + one.partsFen, 0)
    const facts = { ...bookingFacts, appointmentItems, labourFen, partsFen }
    return JSON.stringify(appointmentPaper(facts, { locale: 'en', timeZone: 'Asia/Shanghai', proof: null }))
  }
  expect(paperOf([own])).toContain('"after inspection"')
  expect(paperOf([own])).not.toContain('0.00')
  expect(paperOf([own, oil])).toContain('300.00')
  expect(paperOf([own, oil])).toContain('without 1 line')
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

test('alternatives of one name are told from each other by their parts, on the paper and on the telephone', () => {
  const tyre = (name: string, nameEn: string, unitPriceFen: number) => ({
    ...priced,
    id: name,
    title: '更换轮胎',
    titleEn: 'Replace tyres',
    choiceId: 'c',
    chosen: name === '标准',
    jobParts: [{ name, nameEn, quantityMilli: 2000, unitPriceFen, discountFen: 0 }],
  })
  const jobs = [tyre('标准', 'Standard', 98_000), tyre('静音', 'Quiet', 128_000)]
  const [line] = estimateLines(jobs, 1300).lines
  expect(lineNotes(line!, 'en')).toEqual(['also offered: Replace tyres · Quiet, ¥2,760.00'])
  expect(choicesOf(jobs)[0]?.map(({ parts }) => parts.map(({ nameEn }) => nameEn))).toEqual([
    ['Standard'],
    ['Quiet'],
  ])
  const apart = [jobs[0]!, { ...jobs[1]!, title: '补胎', titleEn: 'Mend tyres' }]
  expect(
    choicesOf(apart)
      .flat()
      .flatMap(({ parts }) => parts),
  ).toEqual([])
  expect(estimateLines(apart, 1300).lines[0]?.alternatives?.some((one) => 'parts' in one)).toBe(false)
})
