import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineFen } from '@/lib/core/money'
import { minutesAfter } from '@/lib/core/time'
import { partSoFar } from '@/lib/parts/used'
import { labourSoFar } from '@/lib/workshop/stop'

const now = new Date('2026-11-23T03:00:00Z')
const clocked = (minutes: number) => [{ startsAt: minutesAfter(now, -minutes), endsAt: null }]

test('S7-23 labour of a stopped line follows the minutes worked, with its discount, and is never more than was signed', () => {
  const line = { minutes: 60, labourFen: 12_000, discountFen: 1200 }
  expect(labourSoFar({ ...line, clockings: clocked(20) }, now)).toEqual({
    labourFen: 4000,
    discountFen: 400,
  })
  expect(labourSoFar({ ...line, clockings: [] }, now)).toEqual({ labourFen: 0, discountFen: 0 })
  const amounts = fc.integer({ min: 0, max: 5_000_000 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 2000 }),
      amounts,
      amounts,
      (minutes, worked, one, other) => {
        const [discountFen, labourFen] = [Math.min(one, other), Math.max(one, other)]
        const so = labourSoFar({ minutes, labourFen, discountFen, clockings: clocked(worked) }, now)
        expect(so.discountFen).toBeGreaterThanOrEqual(0)
        expect(so.discountFen).toBeLessThanOrEqual(so.labourFen)
        expect(so.labourFen - so.discountFen).toBeLessThanOrEqual(labourFen - discountFen)
      },
    ),
  )
})

test('S7-23 a part counts as far as it was handed out, and never costs more than the line it came from', () => {
  const part = { partId: 'p', quantityMilli: 4000, issuedMilli: 1000, unitPriceFen: 8500, discountFen: 1000 }
  expect(partSoFar(part)).toEqual({ quantityMilli: 1000, discountFen: 250 })
  expect(partSoFar({ ...part, issuedMilli: 0 })).toBeNull()
  expect(partSoFar({ ...part, partId: null })).toBeNull()
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 0, max: 200_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (quantityMilli, unitPriceFen, out, off) => {
        const issuedMilli = Math.max(1, Math.floor(quantityMilli * out))
        const whole = lineFen(quantityMilli, unitPriceFen)
        const discountFen = Math.floor(whole * off)
        const so = partSoFar({ partId: 'p', quantityMilli, issuedMilli, unitPriceFen, discountFen })!
        const rest = lineFen(so.quantityMilli, unitPriceFen) - so.discountFen
        expect(rest).toBeGreaterThanOrEqual(0)
        expect(rest).toBeLessThanOrEqual(whole - discountFen)
      },
    ),
  )
})
