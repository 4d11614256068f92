import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { addJob } from '@/lib/orders/server/add-job'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentBooked } from '@/lib/orders/server/present-booked'
import { aDealership, type GivenDealership } from '../../support/given'
import { aVisitAtDesk, packageId } from '../../support/orders'

type Before = { oldParts: 'leave' | null; declined?: string }

/** A customer at the desk whose car was here before, and the order of what was booked. */
async function anOpenedOrder(given: GivenDealership, before: Before | null = { oldParts: 'leave' }) {
  const adviser = given.as('serviceAdviser')
  const { visitId, customer, vehicle } = await aVisitAtDesk(given, { statement: '常规保养' })
  if (before) await wasHere(given, { vehicleId: vehicle.id, customerId: customer.id }, before)
  const { id: orderId } = await openOrder(adviser, { visitId })
  await addJob(adviser, { orderId, packageId: await packageId(given, 'A') })
  const order = () => given.inside((tx) => tx.repairOrder.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId: given.dealershipId, id: orderId } },
    include: { estimates: true },
  })) // prettier-ignore
  return { adviser, orderId, order, customer, vehicle }
}

const wasHere = (
  { dealershipId, now, inside }: GivenDealership,
  { vehicleId, customerId }: { vehicleId: string; customerId: string },
  { oldParts, declined }: Before,
) =>
  inside(async (tx) => {
    const at = hoursAfter(now, -4800)
    const visit = await tx.visit.create({
      data: { dealershipId, no: `V-${vehicleId}`, status: 'closed', vehicleId, senderId: customerId, arrivedAt: at },
    }) // prettier-ignore
    const { id: orderId } = await tx.repairOrder.create({
      data: {
        dealershipId, no: `R-${vehicleId}`, status: 'closed', visitId: visit.id, vehicleId, customerId, createdAt: at, paidAt: at, deliveredAt: at,
        wash: true, oldParts, paymentMethod: 'wechat',
      }, // prettier-ignore
    })
    if (declined)
      await tx.job.create({
        data: { dealershipId, orderId, position: 1, kind: 'operation', title: declined, status: 'declined', minutes: 60, labourFen: 100 },
      }) // prettier-ignore
  })

test('what was booked goes to the signature with the answers of the last visit and the time that was worked out', async () => {
  const given = await aDealership()
  const { adviser, orderId, order } = await anOpenedOrder(given)
  expect(await presentBooked(adviser, orderId)).toBe(true)
  const { status, oldParts, wash, paymentMethod, promisedAt, deliveryExplained, estimates } = await order()
  expect({ status, oldParts, wash, paymentMethod, deliveryExplained }).toEqual({
    status: 'awaitingSignature',
    oldParts: 'leave',
    wash: true,
    paymentMethod: 'wechat',
    deliveryExplained: false,
  })
  expect(promisedAt!.getTime()).toBeGreaterThan(given.now.getTime())
  expect(estimates).toMatchObject([{ version: 1, supersededAt: null }])
})

test('what nobody has asked yet keeps the order with the adviser, without a price', async () => {
  const given = await aDealership()
  for (const before of [null, { oldParts: null }]) {
    const { adviser, orderId, order } = await anOpenedOrder(given, before)
    expect(await presentBooked(adviser, orderId)).toBe(false)
    expect(await order()).toMatchObject({ status: 'draft', oldParts: null, estimates: [] })
  }
})

test('S3-49 work that was declined before is advised again: the signature does not pass it by', async () => {
  const given = await aDealership()
  const { adviser, orderId, order } = await anOpenedOrder(given, {
    oldParts: 'leave',
    declined: '更换制动片',
  })
  expect(await presentBooked(adviser, orderId)).toBe(false)
  expect(await order()).toMatchObject({ status: 'draft', estimates: [] })
})

test('a recall that is open for the car keeps the order with the adviser', async () => {
  const given = await aDealership()
  const { adviser, orderId, order, vehicle, customer } = await anOpenedOrder(given)
  const { dealershipId, now } = given
  await given.inside((tx) =>
    tx.contactTask.create({
      data: {
        dealershipId, vehicleId: vehicle.id, customerId: customer.id, class: 'recall', listedAs: 'recall', cycle: 'c', discountBp: 10_000,
        dueOn: now, nextAt: now, createdAt: now,
      }, // prettier-ignore
    }),
  )
  expect(await presentBooked(adviser, orderId)).toBe(false)
  expect(await order()).toMatchObject({ status: 'draft', estimates: [] })
})
