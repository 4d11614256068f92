import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { bookingNotice } from '@/lib/appointments/server/booking-notice'
import { measureOffer } from '@/lib/appointments/server/measure-offer'
import { firstMeasures } from '@/lib/kpi/server/first-measures'
import { aDealership, type GivenDealership } from '../../support/given'
import { aCall, at, today } from './support'

const offerOf = async (given: GivenDealership, id: string) =>
  (await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))).firstOfferedAt
const waits = async (given: GivenDealership) =>
  (await firstMeasures(given.as('serviceManager'), {})).measures.find(({ key }) => key === 'firstOffer')

test('S1-65 X-KPI-04 the first free time at booking is kept, whatever time the customer chose', async () => {
  const given = await aDealership()
  const late = await bookAppointment(given.as('A1'), aCall({ startsAt: at('10:00', '2026-12-01') }))
  const soon = await bookAppointment(given.as('A1'), aCall({ startsAt: today('10:00') }))
  expect(await waits(given)).toMatchObject({ all: 0, shareBp: null })
  for (const { id } of [late, soon]) await measureOffer(given.asSystem(), id)
  expect(await offerOf(given, soon.id)).toEqual(new Date(today('10:00')))
  expect((await offerOf(given, late.id))!.getTime()).toBeLessThan(new Date(at('10:00')).getTime())
  expect(await waits(given)).toMatchObject({ good: 2, all: 2, targetDays: 3 })
  expect((await waits(given))!.averageDays).toBeLessThan(1)
})

test('X-KPI-04 a house that is full for days misses the target of three days', async () => {
  const given = await aDealership()
  await given.inside((tx) =>
    tx.capacityDay.updateMany({
      where: { resource: 'work', day: { lt: new Date('2026-11-28') } },
      data: { bookableMinutes: 0 },
    }),
  )
  const { id } = await bookAppointment(given.as('A1'), aCall({ startsAt: at('10:00', '2026-11-30') }))
  await measureOffer(given.asSystem(), id)
  expect((await offerOf(given, id))!.toISOString()).toBe(at('08:30', '2026-11-28'))
  expect(await waits(given)).toMatchObject({ good: 0, all: 1, shareBp: 0, averageDays: 5 })
})

test('measuring twice keeps the first answer, and nobody but the worker measures', async () => {
  const given = await aDealership()
  const { id } = await bookAppointment(given.as('A1'), aCall())
  await measureOffer(given.asSystem(), id)
  const first = await offerOf(given, id)
  await measureOffer(given.asSystem({ now: new Date(today('12:00')) }), id)
  expect(await offerOf(given, id)).toEqual(first)
  await expect(measureOffer(given.as('serviceManager'), id)).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-87 the notice for the wall leads to the booking page of the house', async () => {
  const given = await aDealership()
  const notice = await bookingNotice(given.as('greeter'), {})
  expect(new URL(notice.url).pathname).toBe(`/book/${given.code}`)
  expect(notice).toMatchObject({ discountBp: 1000 })
  await expect(bookingNotice(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})
