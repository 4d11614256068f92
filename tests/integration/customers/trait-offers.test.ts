import { expect, test } from 'vitest'
import { callFile } from '@/lib/appointments/server/call-file'
import { hoursAfter } from '@/lib/core/time'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { packageId } from '../../support/orders'
import { aSignedOrder } from '../../support/workshop'
import { tasksOf } from '../reminders/given-cars'

type Car = Awaited<ReturnType<typeof aCustomerWithCar>> & { visitId: string }

/** A car maintained here so many days ago, each time at a visit of its own. */
async function maintained(given: GivenDealership, daysAgo: number[], packageId?: string): Promise<Car> {
  const made = []
  for (const days of daysAgo) {
    const at = hoursAfter(given.now, -24 * days)
    made.push(
      await aSignedOrder(given, {
        order: { status: 'closed', createdAt: at, deliveredAt: at, paidAt: at },
        jobs: [{ status: 'billed', packageId }],
      }),
    )
  }
  const first = made[0]!
  const { vehicle, customer, visitId } = first
  const ids = made.map(({ orderId }) => orderId)
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: { in: ids } }, data: { vehicleId: vehicle.id } }),
  )
  return { vehicle, customer, visitId }
}

const set = (given: GivenDealership, key: string, text: string) =>
  changeSetting(given.as('serviceManager'), { key, text })

async function offered(given: GivenDealership, { vehicle, customer }: Omit<Car, 'visitId'>) {
  const by = given.as('bookingReceptionist')
  const { needs } = await callFile(by, { customerId: customer.id, vehicleId: vehicle.id })
  return needs
    .filter(({ kind }) => kind === 'package')
    .map(({ reference, packageId }) => [reference, packageId])
}

test('X-CRM-22 the package of the year is offered to who maintains often, at the desk, at the reception and in a campaign', async () => {
  const given = await aDealership()
  const often = await maintained(given, [20, 200])
  const seldom = await maintained(given, [20, 400])
  expect(await offered(given, often)).toEqual([])
  await set(given, 'offer.frequentPackage', 'B')
  const year = await packageId(given, 'B')
  expect(await offered(given, often)).toEqual([['frequent', year]])
  expect(await offered(given, seldom)).toEqual([])
  const adviser = given.as('serviceAdviser')
  expect((await vehicleFile(adviser, { visitId: often.visitId })).offers).toMatchObject([
    { trait: 'frequent', packageId: year, titleEn: 'Regular service' },
  ])
  expect((await vehicleFile(adviser, { visitId: seldom.visitId })).offers).toEqual([])
  await set(given, 'offer.frequentVisits', '3')
  expect(await offered(given, often)).toEqual([])
  await set(given, 'offer.frequentVisits', '1')
  expect(await offered(given, seldom)).toEqual([['frequent', year]])
  const has = await maintained(given, [20, 200], year)
  expect(await offered(given, has)).toEqual([])
})

test('X-CRM-21 X-CRM-23 a battery check is offered to owners of new-energy cars, also on the card of a call of a campaign for them', async () => {
  const given = await aDealership()
  const petrol = await aCustomerWithCar(given)
  const electric = await aCustomerWithCar(given)
  await given.inside((tx) => tx.vehicle.updateMany({ where: { id: electric.vehicle.id }, data: { fuel: 'electric' } }))
  await set(given, 'offer.newEnergyPackage', 'D')
  const check = await packageId(given, 'D')
  expect(await offered(given, electric)).toEqual([['newEnergy', check]])
  expect(await offered(given, petrol)).toEqual([])
  await given.inside((tx) => tx.servicePackage.updateMany({ where: { id: check }, data: { fuels: ['hybrid'] } }))
  expect(await offered(given, electric)).toEqual([])
  await given.inside((tx) => tx.servicePackage.updateMany({ where: { id: check }, data: { fuels: [] } }))

  const by = given.as('customerRelations')
  const plan = { name: '电池检测月', class: 'campaign', channel: 'phone', fromOn: '2026-11-23', toOn: '2026-12-23', target: 5, trait: 'newEnergy' }
  expect(await makeContactPlan(by, plan)).toMatchObject({ count: 1 })
  const [task] = await tasksOf(given, electric.vehicle.id)
  expect((await contactCard(by, { taskId: task?.id })).traitOffers).toMatchObject([{ trait: 'newEnergy', packageId: check }])
  await expect(makeContactPlan(by, { ...plan, trait: 'frequent' })).rejects.toMatchObject({ code: 'contactPlan.no-cars' })
}) // prettier-ignore
