import { expect, test } from 'vitest'
import { ownCars } from '@/lib/appointments/server/own-cars'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { appointment } from '@/lib/appointments/server/appointment'
import { hoursAfter } from '@/lib/core/time'
import { setParty, transferVehicle } from '@/lib/customers/server/transfer-vehicle'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { visitProgress } from '@/lib/lounge/server/visit-progress'
import { carFile } from '@/lib/reminders/server/car-file'
import { fileTimeline } from '@/lib/reminders/server/file-timeline'
import { invitation } from '@/lib/reminders/server/invitation'
import { invitationToken } from '@/lib/reminders/server/invitation-token'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'

const NEW = { name: '刘洋', phone: '13700001111' }
const day = (given: GivenDealership, days: number) =>
  hoursAfter(given.now, 24 * days)
    .toISOString()
    .slice(0, 10)

/** Reads the own cars of whoever has this number, with the code that was sent to it. */
async function carReader(given: GivenDealership, phone: string) {
  await requestPhoneCode(given.asVisitor(), {
    phone,
    address: `10.0.${phone.slice(-4, -2)}.${phone.slice(-2)}`,
  })
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({
      where: { recipient: phone, template: 'phone-code' },
      orderBy: { id: 'desc' },
    }),
  )
  const { code } = message.facts as { code: string }
  const { proof } = await provePhone(given.asVisitor(), { phone, code })
  return () => ownCars(given.asVisitor(), { phone, proof })
}

/** A car with an old owner, a delivered order with a price, an open reminder and an open recall. */
async function aSoldCar() {
  const given = await aDealership()
  const { customer: old, vehicle, visitId } = await delivered(given)
  const { dealershipId, now } = given
  const tasks = await given.inside(async (tx) => {
    await tx.vehicleParty.updateMany({
      where: { vehicleId: vehicle.id },
      data: { since: hoursAfter(now, -24 * 400) },
    })
    const of = {
      dealershipId,
      vehicleId: vehicle.id,
      customerId: old.id,
      discountBp: 10_000,
      dueOn: now,
      nextAt: now,
      createdAt: now,
    }
    const due = await tx.contactTask.create({
      data: { ...of, class: 'due', listedAs: 'due', cycle: '2026-01-01' },
    })
    await tx.contactTask.create({ data: { ...of, class: 'recall', listedAs: 'recall', cycle: 'R1' } })
    return { due }
  })
  return { given, old, vehicle, visitId, due: tasks.due }
}

test('X-CRM-10 a sold car: the new owner sees the works and no name, number, message or price of the old one; the old one keeps the own visit', async () => {
  const { given, old, vehicle, visitId, due } = await aSoldCar()
  const oldCars = await carReader(given, old.phone)
  expect((await oldCars()).cars).toHaveLength(1)
  const token = invitationToken(given.dealershipId, due.id, given.now)
  expect(await invitation(given.asVisitor(), { token })).toMatchObject({ plate: vehicle.plate })

  const { customerId } = await transferVehicle(given.as('A1'), {
    vehicleId: vehicle.id,
    on: day(given, -3),
    ...NEW,
  })

  const { cars } = await (await carReader(given, NEW.phone))()
  expect(cars).toMatchObject([
    { plate: vehicle.plate, works: [{ at: expect.any(String), jobs: [{}] }], needs: expect.anything() },
  ])
  const told = JSON.stringify(cars)
  for (const secret of [old.name, old.phone, old.id, 'priceFen', 'totalFen', 'labourFen'])
    expect(told).not.toContain(secret)
  expect((await oldCars()).cars).toEqual([])
  await expect(invitation(given.asVisitor(), { token })).rejects.toMatchObject({ code: 'reminder.link-over' })

  const own = given.asCustomer({ customerId: old.id, visitId })
  expect(await visitProgress(own, { visitId })).toBeTruthy()
  for (const door of [visitProgress, appointment])
    await expect(door(given.asCustomer({ customerId }), { visitId, id: visitId })).rejects.toMatchObject({
      code: 'common.not-found',
    })
})

test('X-CRM-10 the history of a sold car stays with the workshop, the old file says when it was sold, recalls follow the new owner', async () => {
  const { given, old, vehicle, due } = await aSoldCar()
  const by = given.as('A1')
  const { customerId } = await transferVehicle(by, { vehicleId: vehicle.id, on: day(given, -3), ...NEW })
  const car = await carFile(by, { vehicleId: vehicle.id })
  expect(car.parties).toMatchObject([
    { role: 'owner', until: null, reason: 'transfer', customer: { id: customerId, name: '刘洋' } },
    { role: 'owner', endReason: 'sold', customer: { id: old.id } },
  ])
  expect(car.readings).toMatchObject([{ km: 42_000 }])
  expect(car.recalls).toHaveLength(1)
  expect(car.vin).toBe(`*${vehicle.vin?.slice(-6)}`)
  const file = await customerFile(by, { customerId: old.id })
  expect(file.vehicleParties).toEqual([])
  for (const [person, count] of [
    [old.id, 1],
    [customerId, 1],
  ] as const)
    expect((await fileTimeline(by, { customerId: person, kind: 'change' })).rows).toHaveLength(count)
  expect((await fileTimeline(by, { vehicleId: vehicle.id, kind: 'change' })).rows).toHaveLength(1)
  expect(file.sold).toMatchObject([{ vehicle: { plate: vehicle.plate } }])
  expect(file.orders).toHaveLength(1)
  expect((await customerFile(by, { customerId })).orders).toEqual([])
  const tasks = await given.inside((tx) => tx.contactTask.findMany({ where: { status: 'open' } }))
  expect(tasks).toMatchObject([{ class: 'recall', customerId }])
  expect(await given.inside((tx) => tx.contactTask.findFirst({ where: { id: due.id } }))).toMatchObject({
    status: 'closed',
    reason: 'sold',
    customerId: old.id,
  })
})

test('X-CRM-10 the next reminder of a sold car goes to its new owner, also when the old one had said no', async () => {
  const given = await aDealership()
  const { customer: old, vehicle } = await aCustomerWithCar(given)
  const { dealershipId, now } = given
  await given.inside(async (tx) => {
    await tx.vehicle.updateMany({
      where: { id: vehicle.id },
      data: { firstRegisteredOn: hoursAfter(now, -24 * 360), createdAt: hoursAfter(now, -24 * 360) },
    })
    await tx.vehicleParty.updateMany({
      where: { vehicleId: vehicle.id },
      data: { since: hoursAfter(now, -24 * 360) },
    })
    await tx.consent.create({
      data: {
        dealershipId, customerId: old.id, kind: 'marketing', given: false, textVersion: '2', channel: 'phone', at: hoursAfter(now, -24),
      }, // prettier-ignore
    })
  })
  await runReminders(dealershipId, now)
  const listed = () =>
    given.inside((tx) =>
      tx.contactTask.findMany({
        where: { vehicleId: vehicle.id },
        select: { customerId: true, status: true },
      }),
    )
  expect((await listed()).filter(({ status }) => status === 'open')).toEqual([])
  const { customerId } = await transferVehicle(given.as('A1'), {
    vehicleId: vehicle.id,
    on: day(given, -1),
    ...NEW,
  })
  await runReminders(dealershipId, now)
  expect(await listed()).toEqual([{ customerId, status: 'open' }])
})

test('X-CRM-10 S2-70 who brings a car and who pays for it change with a reason', async () => {
  const given = await aDealership()
  const { vehicle } = await aCustomerWithCar(given)
  const by = given.as('A1')
  const change = { vehicleId: vehicle.id, role: 'payer', reason: '公司付款' }
  await setParty(by, { ...change, name: '远山公司', phone: '02112345678' })
  const current = async () =>
    (await carFile(by, { vehicleId: vehicle.id })).parties.filter(({ until }) => !until)
  expect(await current()).toMatchObject([
    { role: 'owner' },
    { role: 'payer', reason: '公司付款', customer: { name: '远山公司' } },
  ])
  await setParty(by, { ...change, reason: '合同到期' })
  expect(await current()).toMatchObject([{ role: 'owner' }])
  await expect(setParty(by, { ...change, reason: '' })).rejects.toMatchObject({ name: 'ZodError' })
  await expect(setParty(by, { ...change, name: '无电话' })).rejects.toMatchObject({ name: 'ZodError' })
})

test('a transfer is refused for a day to come, before the owner had the car, to the owner, elsewhere, and to who may not', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given)
  const by = given.as('A1')
  const sale = { vehicleId: vehicle.id, on: day(given, 0), ...NEW }
  const refused = (input: object, code: string, context = by) =>
    expect(transferVehicle(context, { ...sale, ...input })).rejects.toMatchObject({ code })
  await refused({ on: day(given, 1) }, 'vehicle.transfer-ahead')
  await refused({ on: day(given, -1) }, 'vehicle.transfer-too-early')
  await refused({ phone: customer.phone }, 'vehicle.same-owner')
  await refused({}, 'common.not-found', (await aDealership()).as('A1'))
  for (const role of ['technician', 'cashier', 'greeter']) {
    await refused({}, 'auth.forbidden', given.as(role))
    await expect(setParty(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
})
