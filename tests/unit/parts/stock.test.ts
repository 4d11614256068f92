import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reservationFlow } from '@/lib/parts/reservation'
import { quantity } from '@/lib/parts/schemas'
import { coverIssue, freeMilli, oldestBatch } from '@/lib/parts/stock'

const amount = fc.integer({ min: 0, max: 20_000 })

test('X-PRT-17 an issue takes what is held first and never more than is there', () => {
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.integer({ min: 1, max: 20_000 }),
      (onHandMilli, reserved, held, wantedMilli) => {
        const reservedMilli = Math.min(reserved, onHandMilli)
        const heldMilli = Math.min(held, reservedMilli)
        const stock = { onHandMilli, reservedMilli }
        const line = { part: 'x', wantedMilli, openMilli: 20_000, heldMilli }
        const possible = wantedMilli - Math.min(heldMilli, wantedMilli) <= freeMilli(stock)
        if (!possible) {
          expect(() => coverIssue(stock, line)).toThrow('part.out-of-stock')
          return
        }
        const { fromHeldMilli, fromFreeMilli } = coverIssue(stock, line)
        expect(fromHeldMilli + fromFreeMilli).toBe(wantedMilli)
        expect(onHandMilli - wantedMilli).toBeGreaterThanOrEqual(reservedMilli - fromHeldMilli)
      },
    ),
  )
})

test('a quantity is read as people type it', () => {
  expect([quantity.parse('4'), quantity.parse(' 0.5 '), quantity.parse('1,25'), quantity.parse(3)]).toEqual([
    4000, 500, 1250, 3000,
  ])
  for (const typed of ['0', '-1', 'x', '1.2345', '']) expect(quantity.safeParse(typed).success).toBe(false)
})

test('the oldest batch with something left is taken', () => {
  expect(
    oldestBatch([
      { batchNo: 'A', leftMilli: 0 },
      { batchNo: 'B', leftMilli: 1 },
    ]),
  ).toBe('B')
  expect(oldestBatch([])).toBe('')
})

test('what is issued or released stays so', () => {
  expect(reservationFlow.actionsFrom('issued')).toEqual([])
  expect(reservationFlow.actionsFrom('released')).toEqual([])
  expect(() => reservationFlow.next('requested', 'issue')).toThrow()
})
