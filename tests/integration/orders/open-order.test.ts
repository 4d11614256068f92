import { expect, test } from 'vitest'
import { openOrder } from '@/lib/orders/server/open-order'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { aVisitAtDesk, operationId, packageId } from '../../support/orders'

const orderRow = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.repairOrder.findFirstOrThrow({
      where: { id },
      include: {
        orderProblems: { orderBy: { position: 'asc' } },
        jobs: { orderBy: { position: 'asc' }, include: { jobParts: true } },
      },
    }),
  )

async function aBooking(given: GivenDealership, createdAt: Date) {
  const { dealershipId, now } = given
  const { customer, vehicle } = await aCustomerWithCar(given)
  const [service, wipers] = [await packageId(given, 'A'), await operationId(given, 'R107')]
  return given.inside(async (tx) => {
    const { id } = await tx.appointment.create({
      data: {
        dealershipId,
        no: `A-${customer.no}`,
        channel: 'online',
        customerId: customer.id,
        vehicleId: vehicle.id,
        startsAt: now,
        receptionEndsAt: new Date(now.getTime() + 1_800_000),
        labourMinutes: 70,
        concern: '冷车启动困难',
        createdAt,
      },
    })
    const line = { dealershipId, appointmentId: id, minutes: 60 }
    await tx.appointmentItem.createMany({
      data: [
        {
          ...line,
          position: 1,
          packageId: service,
          description: '小保养',
          labourFen: 12_000,
          partsFen: 39_100,
        },
        { ...line, position: 2, operationId: wipers, description: '更换雨刮片', labourFen: 3000 },
        { ...line, position: 3, description: '换蓄电池', answer: 'declined' },
      ],
    })
    return id
  })
}

test('S3-22 S2-69 every problem of the statement stands on its own line; S3-41 the order has a type and a number', async () => {
  const given = await aDealership()
  const { visitId, customer, vehicle } = await aVisitAtDesk(given, {
    statement: '刹车时有异响。空调不够冷\n座椅加热失灵',
  })
  const { id, no } = await openOrder(given.as('serviceAdviser'), { visitId, type: 'generalRepair' })
  expect(no).toMatch(/^R261123\d{5}$/)
  expect(await orderRow(given, id)).toMatchObject({
    status: 'draft',
    type: 'generalRepair',
    customerId: customer.id,
    vehicleId: vehicle.id,
    adviserId: given.staffId('A1'),
    wash: true,
    orderProblems: [{ text: '刹车时有异响' }, { text: '空调不够冷' }, { text: '座椅加热失灵' }],
    jobs: [],
  })
})

test('S3-42 a booking becomes an order without typing anything again', async () => {
  const given = await aDealership()
  const appointmentId = await aBooking(given, given.now)
  const { visitId } = await aVisitAtDesk(given, { appointmentId, statement: '冷车启动困难' })
  const order = await orderRow(given, (await openOrder(given.as('serviceAdviser'), { visitId })).id)
  expect(order.type).toBe('maintenance')
  expect(order.orderProblems.map(({ text }) => text)).toEqual(['冷车启动困难', '小保养', '更换雨刮片'])
  expect(order.jobs).toMatchObject([
    { kind: 'package', title: '小保养', labourFen: 12_000, discountFen: 0, status: 'proposed' },
    { kind: 'operation', title: '更换雨刮片', minutes: 10, labourFen: 3000 },
  ])
  const parts = order.jobs[0]?.jobParts ?? []
  expect(
    parts.reduce((sum, part) => sum + (part.quantityMilli * part.unitPriceFen) / 1000 - part.discountFen, 0),
  ).toBe(39_100)
})

test('S1-06 X-CAM-19 who booked the day before gets the labour discount on every line', async () => {
  const given = await aDealership()
  const appointmentId = await aBooking(given, new Date(given.now.getTime() - 86_400_000))
  const { visitId } = await aVisitAtDesk(given, { appointmentId })
  const order = await orderRow(given, (await openOrder(given.as('serviceAdviser'), { visitId })).id)
  expect(order.jobs.map(({ discountFen }) => discountFen)).toEqual([1200, 300])
})

test('S1-06 a better discount that a reminder offered is carried to the order of the booking that came of it', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const appointmentId = await aBooking(given, new Date(now.getTime() - 86_400_000))
  await given.inside(async (tx) => {
    const { vehicleId, customerId } = await tx.appointment.findFirstOrThrow({ where: { id: appointmentId } })
    const offer = { vehicleId, customerId, appointmentId, discountBp: 8000 }
    const on = { cycle: '2026-06-01', dueOn: now, nextAt: now, createdAt: now }
    await tx.contactTask.create({
      data: { dealershipId, class: 'due', listedAs: 'due', status: 'booked', ...offer, ...on },
    })
  })
  const { visitId } = await aVisitAtDesk(given, { appointmentId })
  const order = await orderRow(given, (await openOrder(given.as('serviceAdviser'), { visitId })).id)
  expect(order.jobs.map(({ discountFen }) => discountFen)).toEqual([2400, 600])
})

test('no order while the customer is not at the desk, none twice, none for an unknown visit', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { visitId: early } = await aVisitAtDesk(given, { status: 'inspecting' })
  await expect(openOrder(adviser, { visitId: early })).rejects.toMatchObject({
    code: 'order.visit-not-at-desk',
  })
  const { visitId } = await aVisitAtDesk(given)
  const { no } = await openOrder(adviser, { visitId })
  await expect(openOrder(adviser, { visitId })).rejects.toMatchObject({
    code: 'order.already-open',
    facts: { no },
  })
  const other = await aVisitAtDesk(await aDealership())
  await expect(openOrder(adviser, { visitId: other.visitId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('a technician and a greeter may not open an order', async () => {
  const given = await aDealership()
  const { visitId } = await aVisitAtDesk(given)
  for (const who of ['technician', 'greeter', 'foreman'])
    await expect(openOrder(given.as(who), { visitId })).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('two advisers open the order of one visit at once: one order', async () => {
  const given = await aDealership()
  const { visitId } = await aVisitAtDesk(given)
  const both = await Promise.allSettled(['A1', 'A2'].map((no) => openOrder(given.as(no), { visitId })))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'order.already-open' },
  })
})
