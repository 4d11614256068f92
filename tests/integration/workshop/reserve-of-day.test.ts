import { expect, test } from 'vitest'
import { reserveOfDay } from '@/lib/workshop/server/reserve-of-day'
import { aDealership } from '../../support/given'

const DAY = '2026-11-24'

test('S1-52 S1-53 S1-55 the report of a day names each term of the formula and the reserve', async () => {
  const given = await aDealership()
  expect(await reserveOfDay(given.as('serviceManager'), { day: DAY })).toMatchObject({
    technicians: 3,
    attendanceMinutes: 3 * 480,
    productivityBp: 10_000,
    availableMinutes: 1440,
    bookableMinutes: 1152,
    reserveMinutes: 288,
    usedMinutes: 0,
  })
  await expect(reserveOfDay(given.as('technician'), { day: DAY })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})
