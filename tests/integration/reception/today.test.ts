import { expect, test } from 'vitest'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { receivedToday } from '@/lib/reception/server/received-today'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { today } from '@/lib/reception/server/today'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { markOrdered } from '@/lib/reception/server/visit-status'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { aBooking, after, aSignedRecord, walkIn } from './given-visit'

test('S1-85 S2-11 the arriving by booked time, the waiting in the order of reception, booked told from walk-in', async () => {
  const here = await aDealership()
  const [later, sooner] = [
    await aBooking(here, { startsAt: after(7200), adviser: 'A2' }),
    await aBooking(here, { startsAt: after(3600), adviser: 'A1' }),
  ]
  await aBooking(here, { startsAt: after(86_400) })
  const booked = await aBooking(here, { startsAt: after(600) })
  const walk = await arriveVisit(here.as('greeter'), walkIn())
  const { visitId } = await arriveVisit(here.as('greeter', { now: after(30) }), {
    appointmentId: booked.appointment.id,
  })
  const lanes = await today(here.as('greeter', { now: after(60) }), {})
  expect(lanes.arriving.map(({ appointmentId }) => appointmentId)).toEqual([
    sooner.appointment.id,
    later.appointment.id,
  ])
  expect(lanes.inHouse.map((visit) => [visit.visitId, visit.bookedFor !== null])).toEqual([
    [walk.visitId, false],
    [visitId, true],
  ])
  const mine = await today(here.as('A2', { now: after(60) }), { mine: true })
  expect(mine.arriving.map(({ appointmentId }) => appointmentId)).toEqual([later.appointment.id])
})

test('S2-09 each line names the car and how the customer is addressed; who is ready goes to the third lane', async () => {
  const here = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(here, { name: '欧阳娜娜' })
  await here.inside((tx) =>
    tx.customer.updateMany({ where: { id: customer.id }, data: { formOfAddress: '欧阳女士' } }),
  )
  await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  const ready = await aSignedRecord(here)
  await bringToDesk(ready.adviser, { visitId: ready.visitId, parkedAt: 'P1', keyLocation: '1' })
  const { dealershipId } = here
  const order = {
    dealershipId,
    visitId: ready.visitId,
    vehicleId: ready.vehicle.id,
    customerId: ready.customer.id,
    createdAt: here.now,
  }
  await here.inside(async (tx) => {
    await markOrdered(tx, ready.visitId)
    await tx.repairOrder.create({ data: { ...order, no: `R1-${ready.visitId}`, status: 'ready' } })
  })
  const lanes = await today(here.as('A1'), {})
  expect(lanes.inHouse).toMatchObject([{ plate: vehicle.plate, name: '欧阳娜娜', formOfAddress: '欧阳女士' }])
  expect(lanes.toHandOver).toMatchObject([{ visitId: ready.visitId, orders: [{ status: 'ready' }] }])
  await here.inside((tx) =>
    tx.repairOrder.create({ data: { ...order, no: `R2-${ready.visitId}`, status: 'inRepair' } }),
  )
  expect((await today(here.as('A1'), {})).toHandOver).toEqual([])
})

test('another dealership and a customer see nothing of it', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  await arriveVisit(here.as('greeter'), walkIn())
  expect((await today(there.as('A1'), {})).inHouse).toEqual([])
  await expect(today(here.asVisitor(), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S2-04 the list of the day shows who was met too late', async () => {
  const here = await aDealership()
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  await greetVisit(here.as('A1', { now: after(40) }), { visitId })
  expect(await receivedToday(here.as('A1'), {})).toEqual([])
  await leaveWithoutOrder(here.as('A1', { now: after(90) }), { visitId, reason: '改天再来' })
  expect(await receivedToday(here.as('A1'), {})).toMatchObject([
    { id: visitId, greetingSeconds: 40, greetedLate: true },
  ])
  await expect(receivedToday(here.asVisitor(), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('a technician reads the record without telephones and addresses', async () => {
  const here = await aDealership()
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  const seen = await receptionVisit(here.as('technician'), { visitId })
  expect(seen).toMatchObject({ sender: { phone: '', address: '' }, owner: null, payer: null, reachBy: '' })
  expect((await receptionVisit(here.as('A1'), { visitId })).sender.phone).toMatch(/^13/)
})

test('S1-85 what a car is booked for is read in the language of the reader, own words as they were said', async () => {
  const here = await aDealership()
  const { appointment } = await aBooking(here)
  const { dealershipId } = here
  await here.inside(async (tx) => {
    const { id: packageId } = await tx.servicePackage.findFirstOrThrow({ where: { code: 'A' } })
    const item = { dealershipId, appointmentId: appointment.id, minutes: 30 }
    await tx.appointmentItem.createMany({
      data: [
        { ...item, position: 1, packageId, description: '小保养' },
        { ...item, position: 2, description: '刹车异响' },
      ],
    })
  })
  const wishes = async (locale: 'en' | 'zh-CN') => {
    const context = here.as('A1')
    const lanes = await today({ ...context, actor: { ...context.actor, locale } }, {})
    return lanes.arriving.map((line) => line.wishes)
  }
  expect(await wishes('zh-CN')).toEqual([['小保养', '刹车异响']])
  expect(await wishes('en')).toEqual([['Oil service', '刹车异响']])
})
