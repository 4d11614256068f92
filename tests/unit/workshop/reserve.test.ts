import { expect, test } from 'vitest'
import { raisedRateBp } from '@/lib/appointments/capacity'
import { availableMinutes, bookableMinutes } from '@/lib/dealership/capacity'
import { reserveOf } from '@/lib/workshop/reserve'

const HOUR = 60
test('S1-52 S1-53 S1-55 ten technicians of eight hours at 100 % and 80 %: 64 h to book, 16 h kept, its use by kind', () => {
  const available = availableMinutes(10 * 8 * HOUR, 10_000)
  const bookable = bookableMinutes(available, 8000)
  expect(bookable).toBe(64 * HOUR)
  const reserve = reserveOf({ availableMinutes: available, bookableMinutes: bookable }, [
    { use: 'carryOver', minutes: 120 },
    { use: 'walkIn', minutes: 60 },
    { use: 'walkIn', minutes: 30 },
    { use: 'urgent', minutes: 40 },
    { use: 'urgent', minutes: 20, booked: true },
    { use: 'additionalWork', minutes: 30 },
    { use: 'quickLane', minutes: 45 },
  ])
  expect(reserve).toEqual({
    reserveMinutes: 16 * HOUR,
    used: { carryOver: 120, walkIn: 90, urgent: 60, additionalWork: 30, quickLane: 45 },
    usedMinutes: 345,
    leftMinutes: 16 * HOUR - 345,
    openMinutes: 64 * HOUR,
  })
})

test('S1-54 the booking rate goes up from 60 to 80 % in steps of five', () => {
  const band = { fromBp: 6000, toBp: 8000 }
  const steps: (number | null)[] = [5000]
  while (steps.at(-1) !== null) steps.push(raisedRateBp(steps.at(-1) ?? 0, band))
  expect(steps).toEqual([5000, 6000, 6500, 7000, 7500, 8000, null])
  expect(raisedRateBp(6200, band)).toBe(6500)
})

test('S1-55 what is used above the reserve is taken from what may be booked', () => {
  expect(
    reserveOf({ availableMinutes: 600, bookableMinutes: 480 }, [{ use: 'walkIn', minutes: 150 }]),
  ).toMatchObject({ leftMinutes: -30, openMinutes: 450 })
})
