import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { minutesAfter } from '@/lib/core/time'
import { bookingResultRows, bookingResults } from '@/lib/kpi/server/booking-results'
import { RESULT_KEYS } from '@/lib/kpi/booking-results'
import { aCall } from '../appointments/support'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { statementsOf } from '../../support/statements'
import { aSignedOrder } from '../../support/workshop'

const LATER = minutesAfter(NOW, 3 * 24 * 60)
const manager = (here: GivenDealership) => here.as('serviceManager', { now: LATER })

/** A booked car of two and a walk-in that waited longer and paused for parts; one booking nobody came for, one cancelled. */
async function aPast(here: GivenDealership) {
  const ids: string[] = []
  for (const time of ['02:00', '03:00', '05:30', '06:00'])
    ids.push(
      (await bookAppointment(here.as('serviceAdviser'), aCall({ startsAt: `2026-11-24T${time}:00Z` }))).id,
    )
  const [first, second, missed, cancelled] = ids as [string, string, string, string]
  await cancelAppointment(here.as('serviceManager'), {
    appointmentId: cancelled,
    reason: 'price',
    note: '太贵',
  })
  const status = (id: string, to: 'noShow' | 'arrived') =>
    here.inside((tx) => tx.appointment.updateMany({ where: { id }, data: { status: to } }))
  await status(missed, 'noShow')
  await status(first, 'arrived')
  await status(second, 'arrived')
  const came = (appointmentId: string | null, minutes: number, wait: number) =>
    aSignedOrder(here, {
      visit: {
        appointmentId,
        arrivedAt: minutesAfter(NOW, minutes),
        recordSignedAt: minutesAfter(NOW, minutes + wait),
      },
      order: {
        status: 'workDone',
        authorisedAt: minutesAfter(NOW, minutes),
        workStartedAt: minutesAfter(NOW, minutes + wait),
        workDoneAt: minutesAfter(NOW, minutes + 90),
      },
      jobs: [{ status: 'done', workClass: 'diagnosis', reworkCount: appointmentId ? 0 : 1 }],
    })
  await came(first, 60, 10)
  const booked = await came(second, 120, 20)
  const walkIn = await came(null, 130, 50)
  await here.inside(async (tx) => {
    const { dealershipId } = here
    const rating = { dealershipId, channel: 'wechat' as const, at: minutesAfter(NOW, 600) }
    await tx.rating.create({
      data: {
        ...rating,
        orderId: booked.orderId,
        customerId: booked.customer.id,
        satisfaction: 'verySatisfied',
      },
    })
    await tx.rating.create({
      data: {
        ...rating,
        orderId: walkIn.orderId,
        customerId: walkIn.customer.id,
        satisfaction: 'disappointed',
      },
    })
    await tx.clocking.create({
      data: {
        dealershipId,
        jobId: walkIn.jobId,
        technicianId: here.staffId('T1'),
        startsAt: minutesAfter(NOW, 180),
        endsAt: minutesAfter(NOW, 190),
        pauseReason: 'parts',
      },
    })
  })
}

test('X-KPI-03 what has no rows reads as not yet, never as nought', async () => {
  const here = await aDealership()
  const found = await bookingResults(manager(here), { days: 30 })
  expect(found.shares).toEqual({ bookingRate: null, noShow: null, rescheduled: null, cancelled: null })
  for (const { booked, walkIn } of found.benefits) expect([booked, walkIn]).toEqual([null, null])
  for (const { contacted, others } of found.contacts) expect([contacted, others]).toEqual([null, null])
}, 60_000)

test('S1-93 S1-95 X-KPI-03 X-KPI-26 bookings are compared with walk-ins in seven measures, each with its rows', async () => {
  const here = await aDealership()
  await aPast(here)
  const found = await bookingResults(manager(here), { days: 7 })
  expect(found.shares).toEqual({
    bookingRate: { value: 6667, of: 3 },
    noShow: { value: 3333, of: 3 },
    rescheduled: { value: 0, of: 4 },
    cancelled: { value: 2500, of: 4 },
  })
  expect(found.reasons).toEqual([{ reason: 'price', count: 1 }])
  const of = (key: string) => found.benefits.find((one) => one.key === key)
  expect(found.benefits).toHaveLength(7)
  expect(of('people')).toMatchObject({ booked: { value: 15, of: 2 }, walkIn: { value: 50, of: 1 } })
  expect(of('materials')).toMatchObject({ booked: { value: 10_000, of: 2 }, walkIn: { value: 0, of: 1 } })
  expect(of('difficult')).toMatchObject({ booked: { value: 10_000, of: 2 }, walkIn: { value: 0, of: 1 } })
  expect(of('reception')).toMatchObject({ booked: { value: 15, of: 2 }, walkIn: { value: 50, of: 1 } })
  expect(of('levelled')).toMatchObject({ booked: { value: 5000, of: 2 }, walkIn: { value: 10_000, of: 1 } })
  expect(of('revenue')).toMatchObject({ booked: null, walkIn: null })
  expect(of('satisfaction')).toMatchObject({ booked: { value: 10_000, of: 1 }, walkIn: { value: 0, of: 1 } })
  const [visits] = found.contacts
  expect(visits).toMatchObject({ key: 'visits', contacted: null })
  expect(visits?.others?.of).toBeGreaterThan(2)
  for (const key of RESULT_KEYS) {
    const rows = await bookingResultRows(manager(here), { days: 7, of: key })
    const all = { noShow: 3, rescheduled: 4, cancelled: 4, revenue: 0, satisfaction: 2 }
    const expected = key === 'visits' || key === 'turnover' ? visits?.others?.of : (all[key as 'noShow'] ?? 3)
    expect([key, rows.length]).toEqual([key, expected])
  }
}, 60_000)

test('the results are three statements and the zone of the house, whether there is one car or many; visitors see none', async () => {
  const here = await aDealership()
  const read = () => bookingResults(manager(here), { days: 90 })
  const before = await statementsOf(read)
  await aPast(here)
  expect([before, await statementsOf(read)]).toEqual([4, 4])
  await expect(bookingResults(here.as('technician'), { days: 7 })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(bookingResultRows(here.as('technician'), { days: 7, of: 'noShow' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
}, 60_000)
