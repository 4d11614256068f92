import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { customerList } from '@/lib/customers/server/customer-list'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { firstMeasures } from '@/lib/kpi/server/first-measures'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { aReadyOrder, delivered } from '../../support/ready-order'

test('X-CRM-01 X-CRM-02 X-CRM-03 X-CRM-04 X-CRM-05 the file shows who it is, what was done and paid, and how we get along', async () => {
  const given = await aDealership()
  const { customer, vehicle, orderId, visitId } = await delivered(given)
  const own = given.asCustomer({ customerId: customer.id, visitId })
  await giveRating(own, { orderId, satisfaction: 'disappointed', text: '太久' })
  const file = await customerFile(given.as('R1'), { customerId: customer.id })
  expect(file).toMatchObject({
    name: '张伟',
    paidFen: 50_800,
    visits: 1,
    vehicleParties: [{ vehicle: { vin: `*${vehicle.vin?.slice(-6)}`, odometerReadings: [{ km: 42_000 }] } }],
    orders: [{ id: orderId, settlement: { totalFen: 50_800 }, jobs: [{ jobParts: [{ name: '机油' }, {}] }] }],
    ratings: [{ satisfaction: 'disappointed' }],
    complaints: [{ status: 'received' }],
    complaintSensitive: true,
  })
})

test('X-CRM-08 a customer is found by name, initials, telephone tail and plate', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given, {
    name: '欧阳明月',
    phone: '13911112222',
    plate: '沪B7K3M9',
  })
  await aCustomerWithCar(given, { phone: '13987654310', plate: '沪A5H8N6' })
  for (const q of ['明月', 'oyMY', '2222', '沪b7k3m9', 'K3M9']) {
    const found = await customerList(given.as('A1'), { q })
    expect(
      found.map(({ id }) => id),
      q,
    ).toEqual([customer.id])
  }
  expect(await customerList(given.as('A1'), { q: '' })).toHaveLength(2)
  expect(await customerList(given.as('A1'), { q: '100%' })).toEqual([])
})

test('who may read the file and the figures', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  for (const role of ['technician', 'partsClerk', 'administrator']) {
    await expect(customerFile(given.as(role), { customerId: customer.id })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    await expect(customerList(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(firstMeasures(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
  await expect(customerFile(given.as('R1'), { customerId: randomUUID() })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('S7-20 S8-16 X-KPI-06 X-KPI-09 X-KPI-16 on time, greeted, fixed first time and very satisfied are counted from what happened', async () => {
  const given = await aDealership()
  const { measures: none } = await firstMeasures(given.as('M1'), {})
  expect(none.filter(({ shareBp }) => shareBp !== null)).toEqual([])
  const one = await delivered(given)
  const late = await aReadyOrder(given)
  const ago = (minutes: number) => new Date(given.now.getTime() - minutes * 60_000)
  await given.inside(async (tx) => {
    await tx.repairOrder.updateMany({ where: { id: late.orderId }, data: { promisedAt: ago(60) } })
    await tx.visit.updateMany({
      where: { id: one.visitId },
      data: { greetedAt: new Date(ago(240).getTime() + 15_000) },
    })
    await tx.visit.updateMany({
      where: { id: late.visitId },
      data: { greetedAt: new Date(ago(240).getTime() + 16_000) },
    })
    await tx.job.updateMany({ where: { orderId: one.orderId }, data: { reworkCount: 1 } })
  })
  await giveRating(given.asCustomer({ customerId: one.customer.id, visitId: one.visitId }), {
    orderId: one.orderId,
    satisfaction: 'basicallySatisfied',
  })
  const { measures } = await firstMeasures(given.as('M1'), { days: '7' })
  expect(measures.slice(0, 4)).toEqual([
    { key: 'onTime', good: 1, all: 2, shareBp: 5000 },
    { key: 'greeted', good: 1, all: 2, shareBp: 5000 },
    { key: 'firstTimeFix', good: 0, all: 1, shareBp: 0 },
    { key: 'verySatisfied', good: 0, all: 1, shareBp: 0 },
  ])
})
