import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planPrice, priceForModel, withdrawPrice, type Validity } from '@/lib/catalogue/price'
import { plusDays } from '@/lib/core/time'

const TODAY = '2026-11-23'
const price = (id: string, validFrom: string, validTo: string | null = null): Validity => ({
  id,
  validFrom,
  validTo,
})

test('the longest pattern found in the model decides; without a pattern the price is for all', () => {
  const prices = [{ modelPattern: '' }, { modelPattern: 'RAV4' }, { modelPattern: 'rav4 hybrid' }]
  expect(priceForModel(prices, 'RAV4 Hybrid 2.5')).toEqual({ modelPattern: 'rav4 hybrid' })
  expect(priceForModel(prices, '荣放RAV4')).toEqual({ modelPattern: 'RAV4' })
  expect(priceForModel(prices, '凯美瑞')).toEqual({ modelPattern: '' })
  expect(priceForModel([{ modelPattern: 'RAV4' }], '凯美瑞')).toBeUndefined()
})

test('a new price ends the one in force, and never starts in the past or before a price that stands', () => {
  expect(planPrice([], TODAY, TODAY)).toBeNull()
  expect(planPrice([price('a', '2026-01-01')], '2026-12-01', TODAY)).toBe('a')
  expect(() => planPrice([], '2026-11-22', TODAY)).toThrow('catalogue.price-in-the-past')
  const planned = [price('a', '2026-01-01', '2026-12-01'), price('b', '2026-12-01')]
  for (const day of [TODAY, '2026-12-01'])
    expect(() => planPrice(planned, day, TODAY)).toThrow('catalogue.price-overlaps')
  expect(planPrice(planned, '2027-01-01', TODAY)).toBe('b')
})

test('only the last price, and only one that no earlier day has used, can be taken back', () => {
  const prices = [price('a', '2026-01-01', '2026-12-01'), price('b', '2026-12-01')]
  expect(withdrawPrice(prices, 'b', TODAY)).toBe('a')
  expect(withdrawPrice([price('t', TODAY)], 't', TODAY)).toBeNull()
  expect(() => withdrawPrice(prices, 'a', TODAY)).toThrow('catalogue.price-begun')
  expect(() => withdrawPrice([...prices, price('c', '2027-01-01')], 'b', TODAY)).toThrow(
    'catalogue.price-overlaps',
  )
  expect(() => withdrawPrice(prices, 'x', TODAY)).toThrow('common.not-found')
})

test('however prices are set, no two of one thing are valid on the same day and no day in between is without one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), (starts) => {
      const prices: Validity[] = []
      for (const [n, days] of starts.entries()) {
        const from = plusDays(TODAY, days)
        try {
          const before = planPrice(prices, from, TODAY)
          for (const one of prices) if (one.id === before) one.validTo = from
          prices.push(price(String(n), from))
        } catch {}
      }
      const sorted = [...prices].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      for (const [i, one] of sorted.entries()) expect(one.validTo).toBe(sorted[i + 1]?.validFrom ?? null)
    }),
  )
})
