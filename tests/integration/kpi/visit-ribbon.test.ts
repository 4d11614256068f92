import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { minutesAfter } from '@/lib/core/time'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'
import { aCall } from '../appointments/support'

async function aVisit() {
  const here = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(here)
  const { dealershipId, now } = here
  const visit = await here.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId,
        no: 'V1',
        vehicleId: vehicle.id,
        senderId: customer.id,
        adviserId: here.staffId('A1'),
        arrivedAt: now,
      },
    }),
  )
  return { here, customer, visit }
}

test('the ribbon of a walk-in comes with the name of its adviser', async () => {
  const { here, visit } = await aVisit()
  const ribbons = await visitRibbons(here.as('foreman'), { visitIds: [visit.id] })
  expect(ribbons[visit.id]?.map(({ state }) => state)).toEqual([
    'skipped',
    'now',
    ...Array<string>(6).fill('notYet'),
  ])
  expect(ribbons[visit.id]?.[1]).toMatchObject({
    who: '王顾问',
    enteredAt: here.now,
    missing: expect.arrayContaining(['greeting', 'kit']) as unknown,
  })
})

test('a customer sees the own visit only', async () => {
  const { here, customer, visit } = await aVisit()
  const own = here.asCustomer({ customerId: customer.id, visitId: visit.id })
  expect(Object.keys(await visitRibbons(own, { visitIds: [visit.id] }))).toEqual([visit.id])
  const other = here.asCustomer({ customerId: customer.id, visitId: customer.id })
  await expect(visitRibbons(other, { visitIds: [visit.id] })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('another dealership sees nothing', async () => {
  const { visit } = await aVisit()
  const elsewhere = await aDealership()
  expect(await visitRibbons(elsewhere.as('serviceManager'), { visitIds: [visit.id] })).toEqual({})
})

test('X-CRM-27 the customer traces the whole path, from the booking to the follow-up, each step with when it began', async () => {
  const here = await aDealership()
  const { customer, visitId, orderId } = await delivered(here)
  const { id: appointmentId } = await bookAppointment(here.as('bookingReceptionist'), aCall())
  const before = (minutes: number) => minutesAfter(here.now, -minutes)
  await here.inside(async (tx) => {
    await tx.appointment.updateMany({
      where: { id: appointmentId },
      data: { status: 'converted', createdAt: before(3000) },
    })
    await tx.visit.updateMany({
      where: { id: visitId },
      data: {
        appointmentId,
        arrivedAt: before(300),
        greetedAt: before(299),
        inspectionStartedAt: before(298),
        recordSignedAt: before(280),
        atDeskAt: before(275),
      },
    })
    await tx.repairOrder.updateMany({
      where: { id: orderId },
      data: {
        authorisedAt: before(260),
        workStartedAt: before(250),
        workDoneAt: before(100),
        qcPassedAt: before(80),
        readyAt: before(60),
      },
    })
  })
  const own = here.asCustomer({ customerId: customer.id, visitId })
  const steps = (await visitRibbons(own, { visitIds: [visitId] }))[visitId] ?? []
  expect(steps).toHaveLength(8)
  for (const { code, state, enteredAt } of steps)
    expect([code, state === 'skipped' || enteredAt !== null]).toEqual([code, true])
  expect(steps[0]?.enteredAt).toEqual(before(3000))
  expect(steps[1]?.enteredAt).toEqual(before(300))
  expect(steps[7]?.enteredAt).toEqual(here.now)
})
