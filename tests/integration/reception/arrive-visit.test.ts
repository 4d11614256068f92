import { expect, test } from 'vitest'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { plateLookup } from '@/lib/reception/server/plate-lookup'
import { takeOverVisit } from '@/lib/reception/server/take-over-visit'
import { aCustomerWithCar, aDealership, aMobile, NOW } from '../../support/given'
import { aBooking, after, walkIn } from './given-visit'

test('S2-12 S2-04 a booked car arrives: one visit, the booking is checked in, the greeting timer runs from now', async () => {
  const here = await aDealership()
  const { appointment, customer } = await aBooking(here, { adviser: 'A2' })
  const { visitId, no, adviserId } = await arriveVisit(here.as('greeter'), { appointmentId: appointment.id })
  expect(adviserId).toBe(here.staffId('A2'))
  const visit = await here.inside((tx) =>
    tx.visit.findFirst({ where: { id: visitId }, include: { appointment: true, receptionRecord: true } }),
  )
  expect(visit).toMatchObject({
    no,
    status: 'waitingGreeting',
    arrivedAt: NOW,
    greetedAt: null,
    senderId: customer.id,
    ownerId: customer.id,
    payerId: customer.id,
  })
  expect(visit?.appointment?.status).toBe('arrived')
  expect(visit?.receptionRecord?.customerStatement).toBe('保养')
  const events = await here.inside((tx) => tx.event.findMany({ where: { visitId } }))
  expect(events).toMatchObject([
    { name: 'visit.arrive', facts: { booked: true, receiverReason: 'booked', managerNotice: false } },
  ])
})

test('S2-67 a walk-in is registered at the door and gets the link to the visit as a message', async () => {
  const here = await aDealership()
  const phone = aMobile()
  const { visitId } = await arriveVisit(
    here.as('greeter'),
    walkIn({ phone, bodyKind: 'suv', purpose: '空调不凉' }),
  )
  const visit = await here.inside((tx) =>
    tx.visit.findFirst({
      where: { id: visitId },
      include: { sender: true, vehicle: true, receptionRecord: true, accessLinks: true },
    }),
  )
  expect(visit?.sender).toMatchObject({ name: '张伟', phone })
  expect(visit?.vehicle).toMatchObject({ model: '凯美瑞', bodyKind: 'suv' })
  expect(visit?.receptionRecord?.customerStatement).toBe('空调不凉')
  expect(visit?.accessLinks).toHaveLength(1)
  const [message] = await here.inside((tx) => tx.outboxMessage.findMany({ where: { visitId } }))
  expect(message).toMatchObject({
    template: 'visit-welcome',
    recipient: phone,
    facts: { link: expect.stringMatching(/^\/v\/[\w-]{40,}$/) },
  })
})

test('S2-12 the booking of a car is found by its plate, within one month only', async () => {
  const here = await aDealership()
  const near = await aBooking(here, { startsAt: after(86_400 * 3) })
  const far = await aBooking(here, { startsAt: after(86_400 * 40) })
  const lookup = await plateLookup(here.as('greeter'), { plate: near.vehicle.plate.toLowerCase() })
  expect(lookup.booking?.id).toBe(near.appointment.id)
  expect((await plateLookup(here.as('greeter'), { plate: far.vehicle.plate })).booking).toBeNull()
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: near.vehicle.plate })
  expect(await here.inside((tx) => tx.visit.findFirst({ where: { id: visitId } }))).toMatchObject({
    appointmentId: near.appointment.id,
  })
  await expect(arriveVisit(here.as('greeter'), { appointmentId: far.appointment.id })).rejects.toMatchObject({
    code: 'visit.booking-too-far',
  })
})

test('a car may be received without the booking that was found', async () => {
  const here = await aDealership()
  const { vehicle, appointment } = await aBooking(here, { startsAt: after(86_400 * 9) })
  await arriveVisit(here.as('greeter'), { plate: vehicle.plate, withoutBooking: true })
  expect(
    await here.inside((tx) => tx.appointment.findFirst({ where: { id: appointment.id } })),
  ).toMatchObject({ status: 'confirmed' })
})

test('a request and a no-show may arrive after all; a cancelled booking may not', async () => {
  const here = await aDealership()
  for (const status of ['requested', 'noShow'] as const) {
    const { appointment } = await aBooking(here, { status })
    await arriveVisit(here.as('greeter'), { appointmentId: appointment.id })
    expect(
      await here.inside((tx) => tx.appointment.findFirst({ where: { id: appointment.id } })),
    ).toMatchObject({ status: 'arrived' })
  }
  const { appointment } = await aBooking(here, { status: 'cancelled' })
  await expect(arriveVisit(here.as('greeter'), { appointmentId: appointment.id })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('S2-70 who brings the car is not who owns it', async () => {
  const here = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(here)
  const { visitId } = await arriveVisit(here.as('greeter'), {
    plate: vehicle.plate,
    senderName: '李司机',
    senderPhone: aMobile(),
  })
  const visit = await here.inside((tx) =>
    tx.visit.findFirst({ where: { id: visitId }, include: { sender: true } }),
  )
  expect(visit).toMatchObject({ ownerId: customer.id, payerId: customer.id, sender: { name: '李司机' } })
})

test('an unknown car without a name is refused, and so is nothing at all', async () => {
  const here = await aDealership()
  await expect(arriveVisit(here.as('greeter'), walkIn({ name: '', phone: '' }))).rejects.toMatchObject({
    code: 'visit.register-first',
  })
  await expect(arriveVisit(here.as('greeter'), walkIn({ model: '' }))).rejects.toMatchObject({
    code: 'visit.register-first',
  })
  await expect(arriveVisit(here.as('greeter'), {})).rejects.toMatchObject({
    issues: [{ path: ['plate'], message: 'required' }],
  })
  await expect(arriveVisit(here.as('greeter'), walkIn({ senderName: '李' }))).rejects.toMatchObject({
    issues: [{ path: ['senderPhone'] }],
  })
})

test('a technician may not receive cars', async () => {
  const here = await aDealership()
  await expect(arriveVisit(here.as('technician'), walkIn())).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('one open visit per car: a second arrival is refused, after the first has left it is not', async () => {
  const here = await aDealership()
  const { vehicle } = await aCustomerWithCar(here)
  const { visitId, no } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  await expect(arriveVisit(here.as('greeter'), { plate: vehicle.plate })).rejects.toMatchObject({
    code: 'visit.already-open',
    facts: { plate: vehicle.plate, no },
  })
  await leaveWithoutOrder(here.as('A1'), { visitId, reason: '赶时间' })
  await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
})

test('race: many greeters tap the same car at once: one visit, the others are told', async () => {
  const here = await aDealership()
  const { vehicle, appointment } = await aBooking(here)
  const taps = Array.from({ length: 8 }, (_, i) =>
    arriveVisit(
      here.as(i % 2 ? 'greeter' : 'A1'),
      i % 3 ? { appointmentId: appointment.id } : { plate: vehicle.plate },
    ),
  )
  const outcomes = await Promise.allSettled(taps)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'visit.already-open' })
  expect(await here.inside((tx) => tx.visit.count({ where: { vehicleId: vehicle.id } }))).toBe(1)
})

test('S2-04 greeting within 15 s is kept, over 15 s is flagged; twice is refused', async () => {
  const here = await aDealership()
  const [quick, slow] = [
    await arriveVisit(here.as('greeter'), walkIn()),
    await arriveVisit(here.as('greeter'), walkIn()),
  ]
  expect(await greetVisit(here.as('A1', { now: after(15) }), { visitId: quick.visitId })).toEqual({
    seconds: 15,
    late: false,
  })
  expect(await greetVisit(here.as('A1', { now: after(16) }), { visitId: slow.visitId })).toEqual({
    seconds: 16,
    late: true,
  })
  const event = await here.inside((tx) =>
    tx.event.findFirst({ where: { visitId: slow.visitId, name: 'visit.greet' } }),
  )
  expect(event?.facts).toEqual({ seconds: 16, limit: 15, late: true })
  const again = greetVisit(here.as('A1', { now: after(20) }), { visitId: slow.visitId })
  await expect(again).rejects.toMatchObject({ code: 'status.not-from-here' })
  await expect(greetVisit(here.as('cashier'), { visitId: quick.visitId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S2-06 X-ROL-28 the guide taps, and the event names the adviser who is called; a colleague may take over', async () => {
  const here = await aDealership()
  const { visitId, adviserId } = await arriveVisit(here.as('greeter'), walkIn())
  expect([here.staffId('A1'), here.staffId('A2')]).toContain(adviserId)
  const [event] = await here.inside((tx) => tx.event.findMany({ where: { visitId } }))
  expect(event?.facts).toMatchObject({ adviserId, receiverReason: 'rota' })
  await takeOverVisit(here.as('A2'), { visitId })
  expect(await here.inside((tx) => tx.visit.findFirst({ where: { id: visitId } }))).toMatchObject({
    adviserId: here.staffId('A2'),
  })
  await expect(takeOverVisit(here.as('greeter'), { visitId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('X-CRM-24 C17 a complaint-sensitive customer goes to the most experienced adviser and the manager is told', async () => {
  const here = await aDealership()
  const practised = await arriveVisit(here.as('greeter'), walkIn())
  await takeOverVisit(here.as('A2'), { visitId: practised.visitId })
  const { vehicle, customer } = await aCustomerWithCar(here)
  await here.inside((tx) =>
    tx.customer.updateMany({
      where: { id: customer.id },
      data: { complaintSensitive: true, preferredAdviserId: here.staffId('A1') },
    }),
  )
  const { visitId, adviserId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  expect(adviserId).toBe(here.staffId('A2'))
  const event = await here.inside((tx) => tx.event.findFirst({ where: { visitId } }))
  expect(event?.facts).toMatchObject({ receiverReason: 'sensitive', managerNotice: true })
})

test('another dealership neither finds the car nor greets the visit', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { vehicle } = await aCustomerWithCar(here)
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  expect((await plateLookup(there.as('greeter'), { plate: vehicle.plate })).vehicle).toBeNull()
  await expect(greetVisit(there.as('greeter'), { visitId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
