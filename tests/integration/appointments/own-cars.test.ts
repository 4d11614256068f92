import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { ownCars } from '@/lib/appointments/server/own-cars'
import { minutesAfter } from '@/lib/core/time'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aCustomerWithCar, aDealership, aMobile, NOW, type GivenDealership } from '../../support/given'
import { aCarDue, ago } from '../reminders/given-cars'
import { aProvenPhone, at, packageOf } from './support'

type Made = Awaited<ReturnType<typeof aCustomerWithCar>>

/** A visit half a year ago at which the customer declined work; an urgent finding had asked for it. */
const declines = (here: GivenDealership, { customer, vehicle }: Made, title: string, urgent = false) =>
  here.inside(async (tx) => {
    const { dealershipId } = here
    const createdAt = new Date(`${ago(100)}T02:00:00Z`)
    const no = randomUUID().slice(0, 8)
    const visit = await tx.visit.create({
      data: {
        dealershipId, no: `V${no}`, status: 'closed', vehicleId: vehicle.id, senderId: customer.id, ownerId: customer.id,
        payerId: customer.id, arrivedAt: createdAt,
      },
    }) // prettier-ignore
    const order = await tx.repairOrder.create({
      data: {
        dealershipId, no: `R${no}`, type: 'generalRepair', visitId: visit.id, vehicleId: vehicle.id, customerId: customer.id,
        customerLocale: 'zh-CN', createdAt,
      },
    }) // prettier-ignore
    const operation = await tx.labourOperation.findFirstOrThrow({
      where: { skill: 'chassis' },
      orderBy: { code: 'asc' },
    })
    const finding = await tx.finding.create({
      data: {
        dealershipId,
        orderId: order.id,
        text: title,
        urgent,
        foundById: here.staffId('T3'),
        at: createdAt,
      },
    })
    const asked = await tx.additionalWork.create({
      data: {
        dealershipId,
        orderId: order.id,
        findingId: finding.id,
        status: 'declined',
        what: title,
        foundAt: createdAt,
      },
    })
    const job = await tx.job.create({
      data: {
        dealershipId, orderId: order.id, position: 1, kind: 'operation', title, status: 'declined', minutes: 60, labourFen: 9000,
        operationId: operation.id, additionalWorkId: asked.id,
      },
    }) // prettier-ignore
    return { job, operation }
  })

const listed = (here: GivenDealership, { customer, vehicle }: Made) =>
  here.inside((tx) =>
    tx.contactTask.create({
      data: {
        dealershipId: here.dealershipId, class: 'recall', listedAs: 'recall', cycle: 'R1', vehicleId: vehicle.id,
        customerId: customer.id, discountBp: 0, dueOn: new Date(`${ago(0)}T00:00:00Z`), nextAt: here.now, createdAt: here.now,
      },
    }),
  ) // prettier-ignore

test('S1-09 S1-20 S1-31 after the code the customer is addressed by name and sees the own cars, what is due and why, what was declined, and recalls', async () => {
  const here = await aDealership()
  const phone = aMobile()
  const made = await aCarDue(here, {
    name: '王芳',
    phone,
    readings: [
      [200, 10_000],
      [20, 19_000],
    ],
  })
  await here.inside((tx) =>
    tx.customer.update({
      where: { dealershipId_id: { dealershipId: here.dealershipId, id: made.customer.id } },
      data: { formOfAddress: '女士' },
    }),
  )
  const { job, operation } = await declines(here, made, '更换前刹车片', true)
  await listed(here, made)
  await runReminders(here.dealershipId, here.now)
  const { proof } = await aProvenPhone(here, phone)
  const { customer, cars } = await ownCars(here.asVisitor(), { phone, proof })
  expect(customer).toEqual({ name: '王芳', formOfAddress: '女士' })
  expect(cars).toHaveLength(1)
  const [car] = cars
  expect(car).toMatchObject({ plate: made.vehicle.plate, model: '凯美瑞', vin: '', bookedAt: null })
  expect(car?.due).toMatchObject({ reason: 'distance', estimatedKm: 20_000 })
  expect(car?.due?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  const needs = car?.needs ?? []
  expect(needs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['recall', 'due', 'declined']))
  expect(needs.find(({ kind }) => kind === 'declined')).toMatchObject({
    reference: job.id,
    title: '更换前刹车片',
    operationId: operation.id,
    minutes: operation.minutes,
    safety: true,
  })
  expect(needs.find(({ kind }) => kind === 'recall')).toMatchObject({ safety: true })
})

test('S1-34 what was proposed is kept with the answer, taken work is booked with its minutes, and the adviser sees both', async () => {
  const here = await aDealership()
  const phone = aMobile()
  const made = await aCustomerWithCar(here, { phone })
  const brakes = await declines(here, made, '更换前刹车片', true)
  const wipers = await declines(here, made, '更换雨刷')
  await listed(here, made)
  const { proof } = await aProvenPhone(here, phone)
  const { cars } = await ownCars(here.asVisitor(), { phone, proof })
  const recall = cars[0]?.needs.find(({ kind }) => kind === 'recall')
  const later = here.asVisitor({ now: minutesAfter(NOW, 5) })
  const { id } = await bookAppointment(later, {
    plate: made.vehicle.plate, name: '张伟', phone, proof, startsAt: at('10:00'),
    packageIds: [await packageOf(here, 'A')], operationIds: [brakes.operation.id],
    proposals: [
      `declined:${brakes.job.id}:accepted`, `declined:${wipers.job.id}:declined`, `recall:${recall?.reference}:proposed`,
      `declined:${randomUUID()}:accepted`,
    ],
  }) // prettier-ignore
  const found = await appointment(here.as('serviceAdviser'), { id })
  const kept = found.appointmentProposals.map(({ kind, text, outcome, safety }) => ({
    kind,
    text,
    outcome,
    safety,
  }))
  expect(kept).toHaveLength(3)
  expect(kept).toEqual(
    expect.arrayContaining([
      { kind: 'declined', text: '更换前刹车片', outcome: 'accepted', safety: true },
      { kind: 'declined', text: '更换雨刷', outcome: 'declined', safety: false },
      { kind: 'recall', text: '', outcome: 'proposed', safety: true },
    ]),
  )
  expect(found.labourMinutes).toBe(60 + brakes.operation.minutes)
})

test('R30 nothing of a customer is told before the number is proven, and nothing about whether it is known', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const known = aMobile()
  const knownToo = aMobile()
  await aCustomerWithCar(here, { phone: known })
  await aCustomerWithCar(here, { phone: knownToo })
  const own = await aProvenPhone(here)
  const ofThere = await aProvenPhone(there, known)
  const late = here.asVisitor({ now: minutesAfter(NOW, 31) })
  const right = await aProvenPhone(here, knownToo)
  for (const [context, phone, proof] of [
    [here.asVisitor(), known, ''],
    [here.asVisitor(), aMobile(), ''],
    [here.asVisitor(), known, own.proof],
    [here.asVisitor(), known, ofThere.proof],
    [late, knownToo, right.proof],
  ] as const)
    await expect(ownCars(context, { phone, proof })).rejects.toMatchObject({
      code: 'appointment.phone-not-proven',
      facts: {},
    })
  expect(await ownCars(here.asVisitor(), own)).toEqual({ customer: null, cars: [] })
  for (const who of [
    here.as('serviceAdviser'),
    here.asSystem(),
    here.asCustomer({ customerId: randomUUID() }),
  ])
    await expect(ownCars(who, right)).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('a car that somebody merely named in a booking shows nothing of its file, and a number marked as wrong shows nothing at all', async () => {
  const here = await aDealership()
  const made = await aCustomerWithCar(here)
  await declines(here, made, '更换前刹车片')
  const stranger = await aProvenPhone(here)
  await bookAppointment(here.asVisitor(), {
    ...stranger, plate: made.vehicle.plate, name: '路人', wishes: ['检查'], startsAt: at('10:00'),
  }) // prettier-ignore
  const { cars } = await ownCars(here.asVisitor(), stranger)
  expect(cars).toMatchObject([
    { plate: made.vehicle.plate, due: null, needs: [], bookedAt: new Date(at('10:00')).toISOString() },
  ])
  const owner = await aProvenPhone(here, made.customer.phone)
  expect((await ownCars(here.asVisitor(), owner)).cars[0]?.needs).toMatchObject([{ title: '更换前刹车片' }])
  await here.inside((tx) =>
    tx.customer.update({
      where: { dealershipId_id: { dealershipId: here.dealershipId, id: made.customer.id } },
      data: { phoneWrongAt: here.now },
    }),
  )
  expect(await ownCars(here.asVisitor(), owner)).toEqual({ customer: null, cars: [] })
})
