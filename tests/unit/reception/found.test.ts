import { expect, test } from 'vitest'
import { foundText } from '@/lib/i18n/found-text'
import { foundByEye, isWornOut } from '@/lib/reception/found'
import { offersFor } from '@/lib/reception/found-offers'
import { emptyWheel, limitsOf } from '@/lib/reception/wheels'

const limits = limitsOf({
  'wear.treadAdviceTenthMm': 30,
  'wear.padLimitTenthMm': 30,
  'wear.padAdviceTenthMm': 50,
})
const nothing = { wheels: [], warningLights: [], suggestions: [], items: [], extraItems: [], marks: 0 }
const offers = [
  { name: '更换前制动片', nameEn: 'Replace front brake pads' },
  { name: '更换后制动片', nameEn: 'Replace rear brake pads' },
  { name: '更换轮胎', nameEn: 'Replace tyre' },
  { name: '大保养', nameEn: 'Major service' },
]

test('S2-37 what is in order, not looked at or thick enough is no finding', () => {
  expect(foundByEye(nothing, limits)).toEqual([])
  const items = [
    { kind: 'lights', state: 'ok' as const, note: '' },
    { kind: 'interior', state: 'notChecked' as const, note: '上锁' },
  ]
  const wheels = [{ ...emptyWheel('frontLeft'), treadTenthMm: 31, padTenthMm: 51 }]
  expect(foundByEye({ ...nothing, items, wheels }, limits)).toEqual([])
})

test('S2-36 a worn pad is offered with the work of its own axle, in words of both languages', () => {
  const wheels = [{ ...emptyWheel('rearLeft'), treadTenthMm: 16, padTenthMm: 35 }]
  const [tyre, pad] = foundByEye({ ...nothing, wheels }, limits)
  if (!tyre || !pad) throw new Error('two findings')
  expect([isWornOut(tyre), isWornOut(pad)]).toEqual([true, false])
  const texts = (found: typeof pad) => [foundText(found, 'zh-CN'), foundText(found, 'en')]
  expect(texts(pad)).toEqual(['左后制动片仅剩 3.5 毫米', 'Rear left brake pad down to 3.5 mm'])
  expect(offersFor(pad, texts(pad), offers).map(({ nameEn }) => nameEn)).toEqual(['Replace rear brake pads'])
  expect(offersFor(tyre, texts(tyre), offers).map(({ nameEn }) => nameEn)).toEqual(['Replace tyre'])
})
