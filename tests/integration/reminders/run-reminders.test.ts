import { expect, test } from 'vitest'
import { hoursAfter, instant, plusDays, toDateColumn } from '@/lib/core/time'
import { remindCars, runReminders } from '@/lib/reminders/server/run-reminders'
import { aDealership, TODAY, ZONE, type GivenDealership } from '../../support/given'
import { aCarDue, ago, dueOfCar, remindersOf, tasksOf } from './given-cars'

const run = (here: GivenDealership, days = 0, size?: number) =>
  runReminders(here.dealershipId, hoursAfter(here.now, 24 * days), size)

test('S1-01 S1-04 S1-05 S1-06 a car that is due is listed and reminded once, with package, remaining way and discount', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const packageId = await here.inside(async (tx) => {
    const { id } = await tx.servicePackage.findFirstOrThrow({ where: { code: 'A' } })
    await tx.maintenanceRule.create({
      data: {
        dealershipId,
        code: 'A',
        name: '常规保养',
        modelPattern: '凯美瑞',
        everyKm: 5000,
        everyMonths: 6,
        packageId: id,
      },
    })
    return id
  })
  const { vehicle, customer } = await aCarDue(here, {
    registeredOn: '2026-08-01',
    readings: [
      [100, 1000],
      [10, 4600],
    ],
  })
  const far = await aCarDue(here, { registeredOn: '2026-10-01' })
  expect(await run(here)).toMatchObject({ cars: 2, listed: 1, sent: 1 })
  expect(await dueOfCar(here, vehicle.id)).toMatchObject({
    dueOn: toDateColumn(TODAY),
    reason: 'distance',
    metresPerDay: 40_000,
    remainingKm: 0,
    class: 'due',
    ruleCodes: ['A'],
  })
  expect(await dueOfCar(here, far.vehicle.id)).toMatchObject({
    class: null,
    dueOn: toDateColumn('2027-04-01'),
  })
  expect(await tasksOf(here)).toMatchObject([
    { vehicleId: vehicle.id, class: 'due', cycle: '2026-08-01', status: 'open', packageId, discountBp: 9000 },
  ])
  const [message] = await remindersOf(here)
  expect(message).toMatchObject({ customerId: customer.id, status: 'queued', channel: 'sms' })
  expect(message?.facts).toMatchObject({ plate: vehicle.plate, dueOn: TODAY, labourBp: 9000 })
  expect(await run(here)).toMatchObject({ listed: 0, sent: 0 })
  expect(await run(here, 1)).toMatchObject({ listed: 0, sent: 0 })
  expect(await remindersOf(here)).toHaveLength(1)
})

test('S1-10 X-CRM-25 the same contact moves from due to overdue to lost, and keeps the list it came from', async () => {
  const here = await aDealership()
  const { vehicle } = await aCarDue(here)
  await run(here)
  await run(here, 11)
  expect(await tasksOf(here)).toMatchObject([{ class: 'overdue', listedAs: 'due', status: 'open' }])
  await run(here, 500)
  expect(await tasksOf(here, vehicle.id)).toMatchObject([{ class: 'lost', listedAs: 'due', status: 'open' }])
  expect(await remindersOf(here)).toHaveLength(1)
})

test('S1-22 the adviser of the last visit owns the reminder', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const { vehicle, customer } = await aCarDue(here)
  await here.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId,
        no: 'V1',
        status: 'closed',
        vehicleId: vehicle.id,
        senderId: customer.id,
        adviserId: here.staffId('A2'),
        arrivedAt: hoursAfter(here.now, -2000),
      },
    }),
  )
  await run(here)
  expect(await tasksOf(here)).toMatchObject([{ ownerId: here.staffId('A2') }])
})

test('X-CRM-19 whoever said no is neither listed nor written to; a no that comes later takes them off', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const [no, later] = [await aCarDue(here), await aCarDue(here)]
  const say = (customerId: string, given: boolean) =>
    here.inside((tx) =>
      tx.consent.create({
        data: {
          dealershipId,
          customerId,
          kind: 'marketing',
          given,
          textVersion: '1',
          channel: 'phone',
          at: here.now,
        },
      }),
    )
  await say(no.customer.id, false)
  expect(await run(here)).toMatchObject({ listed: 1, sent: 1 })
  expect(await tasksOf(here, no.vehicle.id)).toEqual([])
  await say(later.customer.id, false)
  expect(await run(here, 1)).toMatchObject({ optedOut: 1 })
  expect(await tasksOf(here, later.vehicle.id)).toMatchObject([{ status: 'optedOut' }])
})

test('X-CRM-19 a customer who had as many contacts as the tier allows is written to later, two cars count together', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const { customer, vehicle } = await aCarDue(here)
  const second = await aCarDue(here)
  await here.inside(async (tx) => {
    await tx.vehicleParty.updateMany({
      where: { vehicleId: second.vehicle.id },
      data: { customerId: customer.id },
    })
    await tx.outboxMessage.create({
      data: {
        dealershipId,
        customerId: customer.id,
        recipient: customer.phone,
        channel: 'sms',
        template: 'care.birthday',
        locale: 'zh-CN',
        facts: {},
        createdAt: hoursAfter(here.now, -24 * 29),
      },
    })
  })
  expect(await run(here)).toMatchObject({ listed: 2, sent: 1, heldBack: 1 })
  expect(await run(here, 2)).toMatchObject({ listed: 0, sent: 1, heldBack: 0 })
  expect((await remindersOf(here)).map(({ dedupeKey }) => dedupeKey).sort()).toEqual(
    [vehicle.id, second.vehicle.id].map((id) => `reminder:${id}:2026-06-03`).sort(),
  )
})

test('a run at night writes for the morning', async () => {
  const night = instant(TODAY, '02:53', ZONE)
  const here = await aDealership({ now: night })
  await aCarDue(here)
  await runReminders(here.dealershipId, night)
  const [message] = await remindersOf(here)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: process.env.JOBS_DATABASE_URL })
  await client.connect()
  const { rows } = await client.query('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', [
    `message:${message?.id}`,
  ])
  await client.end()
  expect(rows).toEqual([{ run_at: instant(TODAY, '08:00', ZONE) }])
})

test('S1-01 S1-13 a booking closes the contact as booked, one that falls through opens it again, a car that comes ends it', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const { vehicle, customer } = await aCarDue(here)
  await run(here)
  const appointment = await here.inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId,
        no: 'B1',
        status: 'confirmed',
        channel: 'phone',
        customerId: customer.id,
        vehicleId: vehicle.id,
        startsAt: hoursAfter(here.now, 72),
        receptionEndsAt: hoursAfter(here.now, 73),
        labourMinutes: 60,
        createdAt: hoursAfter(here.now, 2),
      },
    }),
  )
  const move = (status: 'cancelled' | 'confirmed') =>
    here.inside((tx) => tx.appointment.updateMany({ where: { id: appointment.id }, data: { status } }))
  expect(await run(here, 1)).toMatchObject({ booked: 1 })
  expect(await tasksOf(here)).toMatchObject([{ status: 'booked', appointmentId: appointment.id }])
  await move('cancelled')
  expect(await run(here, 2)).toMatchObject({ reopened: 1 })
  expect(await tasksOf(here)).toMatchObject([{ status: 'open', reason: 'bookingLost', appointmentId: null }])
  await move('confirmed')
  await run(here, 2)
  await here.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId,
        no: 'V1',
        status: 'closed',
        vehicleId: vehicle.id,
        senderId: customer.id,
        appointmentId: appointment.id,
        arrivedAt: hoursAfter(here.now, 72),
      },
    }),
  )
  expect(await run(here, 4)).toMatchObject({ came: 1 })
  expect(await tasksOf(here)).toMatchObject([{ status: 'came', appointmentId: appointment.id }])
})

test('S8-06 C23 the follow-up of the delivery gives way to the list; a follow-up somebody works on stays, and the car is not listed', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const [planned, tried] = [await aCarDue(here), await aCarDue(here)]
  const follow = ({ vehicle, customer }: typeof planned, status: 'planned' | 'attempted') =>
    here.inside((tx) =>
      tx.followUp.create({
        data: {
          dealershipId,
          kind: 'nextService',
          status,
          vehicleId: vehicle.id,
          customerId: customer.id,
          dueFrom: here.now,
          dueTo: hoursAfter(here.now, 48),
          createdAt: here.now,
        },
      }),
    )
  await follow(planned, 'planned')
  await follow(tried, 'attempted')
  expect(await run(here)).toMatchObject({ listed: 1, sent: 1 })
  const left = await here.inside((tx) => tx.followUp.findMany({ orderBy: { status: 'asc' } }))
  expect(left.map(({ status, reason }) => [status, reason])).toEqual([
    ['attempted', null],
    ['skipped', 'reminderList'],
  ])
  expect(await tasksOf(here, tried.vehicle.id)).toEqual([])
})

test('a car that is booked or in the house is not listed', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const { vehicle, customer } = await aCarDue(here)
  await here.inside((tx) =>
    tx.visit.create({
      data: { dealershipId, no: 'V1', vehicleId: vehicle.id, senderId: customer.id, arrivedAt: here.now },
    }),
  )
  expect(await run(here)).toMatchObject({ listed: 0 })
})

test('S1-03 the last delivered maintenance begins the cycle, the advice of its hand-over says when the next is due', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const { vehicle, customer } = await aCarDue(here, { registeredOn: '2024-01-01' })
  await here.inside(async (tx) => {
    const visit = await tx.visit.create({
      data: {
        dealershipId,
        no: 'V1',
        status: 'closed',
        vehicleId: vehicle.id,
        senderId: customer.id,
        arrivedAt: hoursAfter(here.now, -24 * 100),
      },
    })
    await tx.odometerReading.create({
      data: {
        dealershipId,
        vehicleId: vehicle.id,
        km: 20_000,
        at: visit.arrivedAt,
        source: 'visit',
        visitId: visit.id,
      },
    })
    const at = hoursAfter(visit.arrivedAt, 5)
    await tx.repairOrder.create({
      data: {
        dealershipId,
        no: 'R1',
        type: 'maintenance',
        status: 'closed',
        visitId: visit.id,
        vehicleId: vehicle.id,
        customerId: customer.id,
        createdAt: at,
        paidAt: at,
        deliveredAt: at,
      },
    })
    await tx.vehicle.updateMany({
      where: { id: vehicle.id },
      data: { nextServiceOn: toDateColumn(plusDays(TODAY, 5)), nextServiceKm: 25_000 },
    })
  })
  expect(await run(here)).toMatchObject({ listed: 1 })
  expect(await dueOfCar(here, vehicle.id)).toMatchObject({
    baseOn: toDateColumn(ago(100)),
    baseKm: 20_000,
    dueOn: toDateColumn(plusDays(TODAY, 5)),
    dueKm: 25_000,
    advised: true,
  })
})

test('a dealership sees its own cars only, and batches of any size find them all', async () => {
  const [here, other] = [await aDealership(), await aDealership()]
  for (let count = 0; count < 5; count++) await aCarDue(here)
  await aCarDue(other)
  expect(await run(here, 0, 2)).toMatchObject({ cars: 5, listed: 5, sent: 5 })
  expect(await tasksOf(other)).toEqual([])
})

test('nobody but the worker starts a run', async () => {
  const here = await aDealership()
  await expect(remindCars(here.as('serviceManager'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})
