import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { weakLineOrders, weakLines } from '@/lib/kpi/server/weak-lines'
import { aDealership } from '../../support/given'
import { sentOf } from '../../support/statements'
import { operationId } from '../../support/orders'
import { aSignedOrder } from '../../support/workshop'

/** Brakes on two cars, one of them back again; an oil change with additional work; a declined line. */
async function aWeakPast() {
  const given = await aDealership()
  const operation = await operationId(given, 'R110')
  const brakes = { operationId: operation, title: '检修制动异响', titleEn: 'Repair the noise of the brakes', kind: 'repair' as const, workClass: 'generalRepair' as const }
  const first = await aSignedOrder(given, { plate: '沪A10001', jobs: [brakes, { status: 'declined', title: '换轮胎', titleEn: 'Change tyres' }] })
  const back = await aSignedOrder(given, {
    plate: '沪A10002',
    order: { comebackOfId: first.orderId, createdAt: minutesAfter(given.now, -20) },
    jobs: [{ ...brakes, payer: 'warranty' }, { ...brakes, payer: 'warranty', warranty: 'inside' }],
  })
  const oil = await aSignedOrder(given, { plate: '沪A20003', order: { createdAt: minutesAfter(given.now, -40 * 24 * 60) } })
  await given.inside(async (tx) => {
    const { dealershipId } = given
    const { id } = await tx.additionalWork.create({ data: { dealershipId, orderId: oil.orderId, status: 'approved', what: '漏油', foundAt: given.now } })
    const { id: approvalId } = await tx.approval.create({ data: { dealershipId, orderId: oil.orderId, channel: 'tablet', givenBy: '张伟', documentHash: 'x', at: given.now } })
    await tx.job.updateMany({ where: { id: oil.jobId }, data: { additionalWorkId: id, approvalId } })
    await tx.vehicle.updateMany({ where: { id: oil.vehicle.id }, data: { model: 'RAV4荣放' } })
  })
  return { given, first, back, oil }
} // prettier-ignore

test('S3-40 orders are combined by their work: orders, cars, come-backs, additional work and warranty, each with its orders', async () => {
  const { given, first, back, oil } = await aWeakPast()
  const manager = given.as('serviceManager')
  const { groups } = await weakLines(manager, {})
  expect(groups).toMatchObject([
    { orders: 2, cars: 2, comebacks: 1, additional: 0, warranty: 2 },
    { nameEn: 'Change engine oil', orders: 1, cars: 1, comebacks: 0, additional: 1, warranty: 0 },
  ])
  const [brakes, change] = groups.map(({ key }) => key)
  const opened = async (key: string | undefined, what: string) =>
    (await weakLineOrders(manager, { key, what })).map(({ orderId }) => orderId)
  expect(await opened(brakes, 'orders')).toEqual([back.orderId, first.orderId])
  expect(await opened(brakes, 'cars')).toHaveLength(2)
  expect(await opened(brakes, 'comebacks')).toEqual([back.orderId])
  expect(await opened(brakes, 'warranty')).toEqual([back.orderId])
  expect(await opened(change, 'additional')).toEqual([oil.orderId])
  expect((await weakLines(manager, { days: '30' })).groups).toHaveLength(1)
  expect((await weakLines(manager, { model: 'rav4' })).groups).toMatchObject([{ orders: 1, additional: 1 }])
  expect((await weakLines(manager, { plate: '沪a·10002' })).groups).toMatchObject([
    { orders: 1, comebacks: 1 },
  ])
  expect((await weakLines(manager, { model: '100%' })).groups).toEqual([])
})

test('S3-40 and by complaint: a line belongs to every group its words speak of, a noise with its place to the place', async () => {
  const { given, back } = await aWeakPast()
  const manager = given.as('serviceManager')
  const { groups } = await weakLines(manager, { by: 'complaint' })
  expect(groups).toMatchObject([{ key: 'brakes', orders: 2, cars: 2, comebacks: 1, warranty: 2 }])
  expect(await weakLineOrders(manager, { by: 'complaint', key: 'brakes', what: 'comebacks' })).toMatchObject([
    { no: back.orderNo, plate: '沪A10002' },
  ])
})

test('S3-40 the weak items are one statement, of one dealership, for those who may see figures', async () => {
  const { given } = await aWeakPast()
  const other = await aDealership()
  expect((await weakLines(other.as('serviceManager'), {})).groups).toEqual([])
  for (const who of ['technician', 'cashier', 'greeter'])
    await expect(weakLines(given.as(who), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  const asked = await sentOf(() => weakLines(given.as('serviceManager'), { by: 'complaint' }))
  expect(asked.filter((sql) => sql.includes('"Job"'))).toHaveLength(1)
})
