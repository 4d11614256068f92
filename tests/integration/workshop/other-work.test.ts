import { Client } from 'pg'
import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { minutesAfter } from '@/lib/core/time'
import { refreshCapacity } from '@/lib/dealership/server/capacity-ledger'
import { asSoleWriter } from '@/lib/server/db'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { reserveOfDay } from '@/lib/workshop/server/reserve-of-day'
import { withdrawPlanEntry } from '@/lib/workshop/server/withdraw-plan-entry'
import { aCall, slotsOn } from '../appointments/support'
import { aDealership, db, NOW, TODAY, type GivenDealership } from '../../support/given'
import { aSignedOrder } from '../../support/workshop'

const TOMORROW = '2026-11-24'

const reserve = (here: GivenDealership, day = TODAY) => reserveOfDay(here.as('serviceManager'), { day })
const roomOf = (here: GivenDealership, resource: string, day = TODAY) =>
  here.inside((tx) =>
    tx.capacityDay.findFirstOrThrow({
      where: { day: new Date(day), resource },
      select: { other: true, otherMinutes: true, reserveMinutes: true },
    }),
  )
const plan = (here: GivenDealership, jobId: string, technician: string, over: object = {}) =>
  dispatchJob(here.as('foreman'), {
    jobId,
    technicianId: here.staffId(technician),
    day: TOMORROW,
    time: '09:00',
    ...over,
  })

test('S1-55 walk-ins, urgent cars, additional work and work carried over are known by kind', async () => {
  const here = await aDealership()
  const walkIn = await aSignedOrder(here, { jobs: [{ minutes: 60 }], visit: { arrivedAt: NOW } })
  await plan(here, walkIn.jobId, 'T1', { day: TODAY, time: '10:00' })
  const urgent = await aSignedOrder(here, { jobs: [{ minutes: 30 }], visit: { arrivedAt: NOW } })
  await plan(here, urgent.jobId, 'T2', { day: TODAY, time: '10:00', priority: true })
  const waits = await aSignedOrder(here, { jobs: [{ minutes: 45 }], visit: { arrivedAt: NOW } })
  const found = await here.inside((tx) =>
    tx.additionalWork.create({
      data: {
        dealershipId: here.dealershipId,
        orderId: waits.orderId,
        status: 'approved',
        what: '更换雨刮',
        foundAt: NOW,
      },
    }),
  )
  const approval = await here.inside((tx) =>
    tx.approval.create({
      data: {
        dealershipId: here.dealershipId,
        orderId: waits.orderId,
        channel: 'phone',
        givenBy: '张先生',
        callNote: '同意',
        documentHash: 'a'.repeat(64),
        at: NOW,
      },
    }),
  )
  await here.inside((tx) =>
    tx.job.create({
      data: {
        dealershipId: here.dealershipId,
        orderId: waits.orderId,
        position: 9,
        kind: 'operation',
        title: '更换雨刮',
        status: 'queued',
        minutes: 15,
        labourFen: 1000,
        additionalWorkId: found.id,
        approvalId: approval.id,
      },
    }),
  )
  const over = await aSignedOrder(here, {
    jobs: [{ minutes: 90 }],
    visit: { arrivedAt: minutesAfter(NOW, -24 * 60) },
  })
  await plan(here, over.jobId, 'T3', { day: TODAY, time: '10:00' })
  expect(await reserve(here)).toMatchObject({
    reserveMinutes: 288,
    used: { walkIn: 105, urgent: 30, additionalWork: 15, carryOver: 90, quickLane: 0 },
    leftMinutes: 48,
  })
  const work = await roomOf(here, 'work')
  expect(work).toMatchObject({ otherMinutes: 240, reserveMinutes: 288 })
  expect(work.other.slice(20)).toEqual([90, 60, 30])
})

test('S1-55 S1-56 what is used above the reserve makes the day smaller, and gives it back', async () => {
  const here = await aDealership()
  const before = await slotsOn(here, TOMORROW)
  expect(before).toMatchObject({ bookableMinutes: 1152, freeMinutes: 1152 })
  const entries = []
  for (const technician of ['T1', 'T2']) {
    const { jobId } = await aSignedOrder(here, { jobs: [{ minutes: 200 }] })
    entries.push(await plan(here, jobId, technician))
  }
  expect(await reserve(here, TOMORROW)).toMatchObject({
    usedMinutes: 400,
    leftMinutes: -112,
    openMinutes: 1040,
  })
  expect(await slotsOn(here, TOMORROW)).toMatchObject({ bookableMinutes: 1040, freeMinutes: 1040 })
  for (const entry of entries)
    await withdrawPlanEntry(here.as('foreman'), { planEntryId: entry.planEntryId, reason: '改期' })
  expect(await slotsOn(here, TOMORROW)).toMatchObject({ bookableMinutes: 1152 })
})

test('S1-55 a half hour in which everybody is at other work is offered to nobody', async () => {
  const here = await aDealership()
  for (const technician of ['T1', 'T2', 'T3']) {
    const { jobId } = await aSignedOrder(here, { jobs: [{ minutes: 120 }] })
    await plan(here, jobId, technician, { time: '10:30' })
  }
  await expect(bookAppointment(here.as('serviceAdviser'), aCall({ waiting: 'waits' }))).rejects.toMatchObject(
    { code: expect.stringMatching(/^appointment\./) },
  )
  await bookAppointment(
    here.as('serviceAdviser'),
    aCall({ waiting: 'waits', startsAt: '2026-11-24T06:00:00Z' }),
  )
})

test('S1-55 unfinished work is carried over to the next day at night', async () => {
  const here = await aDealership()
  await aSignedOrder(here, { jobs: [{ minutes: 60 }], visit: { arrivedAt: NOW } })
  /** What the night does for every dealership of the database, for this one. */
  const night = (now: Date) =>
    asSoleWriter(
      db(),
      here.dealershipId,
      (tx) => refreshCapacity(tx, { dealershipId: here.dealershipId, now }),
      now,
    )
  await night(NOW)
  expect(await roomOf(here, 'work')).toMatchObject({ otherMinutes: 60 })
  await night(minutesAfter(NOW, 24 * 60))
  expect(await roomOf(here, 'work', TOMORROW)).toMatchObject({ otherMinutes: 60 })
  const next = here.as('serviceManager', { now: minutesAfter(NOW, 24 * 60) })
  expect(await reserveOfDay(next, { day: TOMORROW })).toMatchObject({ used: { carryOver: 60, walkIn: 0 } })
})

test('who waits for a place is offered one when other work leaves the ledger: the plan of a walk-in is withdrawn', async () => {
  const here = await aDealership()
  const offers = async () => {
    const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
    await owner.connect()
    const key = `offer-places:${here.dealershipId}`
    const { rowCount } = await owner.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [key])
    await owner.end()
    return rowCount
  }
  const withdraw = (planEntryId: string) =>
    withdrawPlanEntry(here.as('foreman'), { planEntryId, reason: '改期' })
  const walkIn = await aSignedOrder(here, { jobs: [{ minutes: 60 }] })
  const first = await plan(here, walkIn.jobId, 'T1')
  await withdraw(first.planEntryId)
  expect(await offers()).toBe(0)
  const { planEntryId } = await plan(here, walkIn.jobId, 'T1')
  await here.inside((tx) =>
    tx.waitingEntry.create({
      data: {
        dealershipId: here.dealershipId,
        customerId: walkIn.customer.id,
        vehicleId: walkIn.vehicle.id,
        firstDay: new Date(TOMORROW),
        lastDay: new Date(TOMORROW),
        channel: 'phone',
        createdAt: NOW,
      },
    }),
  )
  expect(await offers()).toBe(0)
  await withdraw(planEntryId)
  expect(await offers()).toBe(1)
})
