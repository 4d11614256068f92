import { expect, test } from 'vitest'
import { addressOf, spokenGreeting } from '@/lib/reception/greeting'
import { inquirySeconds, receptionStage } from '@/lib/reception/stages'
import { pointsOf, SHIFT_PARTS, USUAL_POINTS } from '@/lib/reception/shift-points'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'

test('S2-74 a car is received in three stages', () => {
  expect((['waitingGreeting', 'greeted'] as const).map(receptionStage)).toEqual(['prepare', 'prepare'])
  expect(receptionStage('inspecting')).toBe('carryOut')
  expect((['recordSigned', 'atDesk'] as const).map(receptionStage)).toEqual(['handOver', 'handOver'])
  expect((['ordered', 'closed', 'leftWithoutOrder'] as const).map(receptionStage)).toEqual([null, null, null])
})

test('S2-14 the seconds from the greeting to the inquiry, and none while one of them is missing', () => {
  const greeted = new Date('2026-11-23T01:00:00Z')
  expect(inquirySeconds(greeted, new Date('2026-11-23T01:01:30Z'))).toBe(90)
  expect(inquirySeconds(greeted, null)).toBeNull()
  expect(inquirySeconds(null, greeted)).toBeNull()
})

test('S2-08 the words of the house name it and the customer; the usual ones do in both languages', () => {
  const names = { dealership: '北极星', name: '$& 女士' }
  expect(spokenGreeting('{name}，欢迎光临{dealership}！{other}', names)).toBe(
    '$& 女士，欢迎光临北极星！{other}',
  )
  for (const locale of ['zh-CN', 'en'] as const)
    for (const word of Object.values(names)) expect(reception[locale].greeting.script(names)).toContain(word)
})

test('S2-01 S2-02 S2-03 the usual points cover person, tools and area and have words in both languages', () => {
  const points = pointsOf([])
  expect(new Set(points.map(({ part }) => part))).toEqual(new Set(SHIFT_PARTS))
  for (const { code } of USUAL_POINTS)
    for (const locale of ['zh-CN', 'en'] as const) expect(floor[locale].shift.points[code]).not.toBe('')
})

test('points of the house: words changed, one taken away, an own one in its part', () => {
  const kept = { name: '', nameEn: '', retiredAt: null }
  const points = pointsOf([
    { ...kept, code: 'dress', part: 'person', name: '冬季工装' },
    { ...kept, code: 'kit', part: 'tools', retiredAt: new Date(0) },
    { ...kept, code: 'own', part: 'person', name: '口罩' },
  ])
  expect(points.filter(({ part }) => part === 'person').map(({ name }) => name)).toEqual([
    '冬季工装',
    '',
    '',
    '口罩',
  ])
  expect(points.some(({ code }) => code === 'kit')).toBe(false)
})

test('S2-09 a customer is spoken to by name with the title, by a form of address of his or her own, else by name', () => {
  const of = (formOfAddress: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
    addressOf(reception[locale], { name: '林晓燕', formOfAddress })
  expect([of('女士'), of('女士', 'en'), of('林老师'), of('')]).toEqual([
    '林晓燕女士',
    'Ms 林晓燕',
    '林老师',
    '林晓燕',
  ])
})
