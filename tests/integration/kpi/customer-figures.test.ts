import { expect, test } from 'vitest'
import { hoursAfter, toDateColumn } from '@/lib/core/time'
import { keepHeard } from '@/lib/customers/server/keep-heard'
import { customerFigures } from '@/lib/kpi/server/customer-figures'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { aSignedOrder } from '../../support/workshop'

/** A car delivered so many days ago, each time on a visit of its own. */
async function served(given: GivenDealership, daysAgo: number[], over: { type?: 'internal' } = {}) {
  const orders: Awaited<ReturnType<typeof aSignedOrder>>[] = []
  for (const days of daysAgo) {
    const at = hoursAfter(given.now, -24 * days)
    orders.push(await aSignedOrder(given, { order: { status: 'closed', createdAt: at, deliveredAt: at, paidAt: at, ...over }, visit: { status: 'closed', arrivedAt: at }, jobs: [{ status: 'billed' }] }))
  }
  const [first] = orders
  const vehicleId = first!.vehicle.id
  await given.inside(async (tx) => {
    await tx.visit.updateMany({ where: { id: { in: orders.map(({ visitId }) => visitId) } }, data: { vehicleId } })
    await tx.repairOrder.updateMany({ where: { id: { in: orders.map(({ orderId }) => orderId) } }, data: { vehicleId } })
  })
  return vehicleId
} // prettier-ignore

const figuresOf = async (given: GivenDealership) =>
  Object.fromEntries(
    (await customerFigures(given.as('serviceManager'), {})).figures.map(({ key, good, all, value }) => [
      key,
      [good, all, value],
    ]),
  )

test('X-KPI-22 X-CRM-28 retention counts cars that came again, repurchase the visits a car, and nothing is no nought', async () => {
  const given = await aDealership()
  expect(await figuresOf(given)).toEqual({
    retention: [0, 0, null],
    repurchase: [0, 0, null],
    referral: [0, 0, null],
    firstService: [0, 0, null],
    lost: [0, 0, null],
  })
  await served(given, [500, 30, 200])
  await served(given, [400])
  await served(given, [10])
  await served(given, [800, 700])
  await served(given, [450, 20], { type: 'internal' })
  const other = await aDealership()
  await served(other, [500, 10])
  expect(await figuresOf(given)).toMatchObject({
    retention: [1, 3, 3333],
    repurchase: [3, 2, 150],
  })
})

test('X-KPI-22 X-CRM-07 a referral is a new customer whom a customer recommended, of those who said how they heard', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const [friend, advert, silent] = [await aCustomerWithCar(given), await aCustomerWithCar(given), await aCustomerWithCar(given)]
  await keepHeard(adviser, { customerId: friend.customer.id, heardBy: 'friend' })
  await keepHeard(adviser, { customerId: advert.customer.id, heardBy: 'advert' })
  await keepHeard(adviser, { customerId: silent.customer.id, heardBy: 'friend' })
  await keepHeard(adviser, { customerId: silent.customer.id, heardBy: '' })
  const old = await aCustomerWithCar(given)
  await given.inside((tx) => tx.customer.updateMany({ where: { id: old.customer.id }, data: { heardBy: 'friend', createdAt: hoursAfter(given.now, -24 * 400) } }))
  expect((await figuresOf(given)).referral).toEqual([1, 2, 5000])
  await expect(keepHeard(given.as('technician'), { customerId: old.customer.id })).rejects.toMatchObject({ code: 'auth.forbidden' })
  const other = await aDealership()
  await expect(keepHeard(other.as('serviceAdviser'), { customerId: old.customer.id })).rejects.toMatchObject({ code: 'common.not-found' })
  const events = await given.inside((tx) => tx.event.findMany({ where: { name: 'customer.keepHeard', subjectId: advert.customer.id } }))
  expect(events).toMatchObject([{ facts: { heardBy: 'advert' } }])
}) // prettier-ignore

test('X-KPI-23 the first-maintenance rate is the share of cars bought new that came for it once it was due', async () => {
  const given = await aDealership()
  const came = await served(given, [100])
  const bought = async (purchasedOn: string, firstRegisteredOn: string | null = null, id?: string) => {
    const vehicleId = id ?? (await aCustomerWithCar(given)).vehicle.id
    await given.inside((tx) =>
      tx.vehicle.updateMany({
        where: { id: vehicleId },
        data: {
          purchasedOn: toDateColumn(purchasedOn),
          firstRegisteredOn: firstRegisteredOn && toDateColumn(firstRegisteredOn),
        },
      }),
    )
  }
  await bought('2026-02-01', '2026-02-03', came)
  await bought('2026-03-01')
  await bought('2026-10-01')
  await bought('2026-02-01', '2020-05-01')
  await bought('2024-01-01')
  expect((await figuresOf(given)).firstService).toEqual([1, 2, 5000])
})

test('X-KPI-24 the lost-customer rate is the share of served cars on the list of the lost', async () => {
  const given = await aDealership()
  const ids = [await served(given, [900]), await served(given, [30]), await served(given, [40])]
  const never = (await aCustomerWithCar(given)).vehicle.id
  await given.inside((tx) =>
    tx.vehicleDue.createMany({
      data: [...ids, never].map((vehicleId) => ({
        dealershipId: given.dealershipId,
        vehicleId,
        baseOn: toDateColumn('2026-01-01'),
        dueOn: toDateColumn('2026-07-01'),
        reason: 'time' as const,
        usage: 'interval' as const,
        metresPerDay: 40_000,
        class: vehicleId === ids[0] || vehicleId === never ? ('lost' as const) : null,
        ruleCodes: [],
        computedOn: toDateColumn('2026-11-23'),
      })),
    }),
  )
  expect((await figuresOf(given)).lost).toEqual([1, 3, 3333])
  await expect(customerFigures(given.as('cashier'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})
