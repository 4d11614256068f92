import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { instant, plusDays } from '@/lib/core/time'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aDealership, TODAY, ZONE } from '../../support/given'
import { delivered } from '../../support/ready-order'
import { aCall } from '../appointments/support'
import { tasksOf } from './given-cars'

test('X-CRM-13 X-CRM-14 X-CRM-15 a new customer hears three times in the first month, then of the cycle alone', async () => {
  const given = await aDealership()
  const { customer, vehicle, orderId } = await delivered(given)
  const night = (days: number) =>
    runReminders(given.dealershipId, instant(plusDays(TODAY, days), '03:23', ZONE))
  const listed = async () =>
    (await tasksOf(given, vehicle.id)).map(({ listedAs, cycle }) => [listedAs, cycle])

  const of = { customerId: customer.id, vehicleId: vehicle.id }
  const { id } = await bookAppointment(given.as('bookingReceptionist'), aCall({ ...of }))
  const confirmed = { appointmentId: id, template: 'appointment-confirmed' }
  expect(await given.inside((tx) => tx.outboxMessage.count({ where: confirmed }))).toBe(1)
  await given.inside((tx) => tx.appointment.updateMany({ where: { id }, data: { status: 'converted' } }))

  const call = await given.inside((tx) => tx.followUp.findFirstOrThrow({ where: { orderId, kind: 'call' } }))
  expect([call.dueFrom, call.dueTo].map((at) => at.toISOString().slice(0, 10))).toEqual([
    '2026-11-26',
    '2026-11-30',
  ])

  for (const days of [3, 10, 20]) await night(days)
  expect(await listed()).toEqual([])
  await night(21)
  expect(await listed()).toEqual([['care', 'first-month']])
  const [task] = await tasksOf(given, vehicle.id)
  const at = instant(plusDays(TODAY, 21), '10:00', ZONE)
  const by = given.as('customerRelations', { now: at })
  expect(await contactCard(by, { taskId: task?.id })).toMatchObject({
    care: { kind: 'firstMonth' },
    due: { dueOn: '2027-05-23' },
  })
  await recordContact(by, { taskId: task?.id, result: 'reached' })

  for (const days of [22, 30, 31, 60, 120, 150]) await night(days)
  expect(await listed()).toEqual([['care', 'first-month']])
  await night(170)
  expect((await listed()).map(([of]) => of)).toEqual(['care', 'due'])
})
