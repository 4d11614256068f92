import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { reserveParts } from '@/lib/parts/server/reservations'
import { controlBoard } from '@/lib/workshop/server/control-board'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { dispatchSheet } from '@/lib/workshop/server/dispatch-sheet'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { myJob, myJobs } from '@/lib/workshop/server/my-jobs'
import { pauseJob } from '@/lib/workshop/server/pause-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { aCustomerWithCar, aDealership, NOW, TODAY, type GivenDealership } from '../../support/given'
import { aSignedOrder, at, partId } from '../../support/workshop'

const give = (given: GivenDealership, jobId: string, technician: string, time: string) =>
  dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId(technician), time })
const later = (minutes: number) => ({ now: minutesAfter(NOW, minutes) })
const board = (given: GivenDealership, minutes = 0) => controlBoard(given.as('foreman', later(minutes)), {})

async function aBooking(given: GivenDealership, over: object = {}) {
  const { customer, vehicle } = await aCustomerWithCar(given)
  const { dealershipId } = given
  const appointment = await given.inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId,
        no: `B${vehicle.plate}`,
        status: 'confirmed',
        channel: 'phone',
        customerId: customer.id,
        vehicleId: vehicle.id,
        startsAt: at('14:00'),
        receptionEndsAt: at('14:30'),
        labourMinutes: 90,
        createdAt: NOW,
        ...over,
      },
    }),
  )
  return { appointment, vehicle }
}

test('S5-01 the board shows all confirmed work, and nothing the customer has not approved', async () => {
  const given = await aDealership()
  const a = await aSignedOrder(given, { jobs: [{}, { status: 'proposed' }, { status: 'declined' }] })
  const b = await aSignedOrder(given)
  await aSignedOrder(given, {
    order: { status: 'awaitingSignature', authorisedAt: null },
    jobs: [{ status: 'proposed' }],
  })
  const { confirmed, queue } = await board(given)
  expect(new Set(confirmed.map(({ jobId }) => jobId))).toEqual(new Set([a.jobId, b.jobId]))
  expect(queue).toHaveLength(2)
})

test('S5-02 the board shows the hours of the day, used and left', async () => {
  const given = await aDealership()
  const a = await aSignedOrder(given, { jobs: [{ minutes: 60 }] })
  const b = await aSignedOrder(given, { jobs: [{ minutes: 90 }] })
  await aBooking(given)
  await give(given, a.jobId, 'T1', '09:00')
  await give(given, b.jobId, 'T2', '10:00')
  await startJob(given.as('T1'), { jobId: a.jobId })
  const { hours } = await board(given, 30)
  // Three technicians on duty 8:30 to 12:00 and 13:00 to 17:30; at 9:30 seven hours remain for each.
  expect(hours).toEqual({
    availableMinutes: 3 * 480,
    usedMinutes: 30,
    plannedMinutes: 30 + 90,
    bookedMinutes: 90,
    leftMinutes: 3 * 420 - 120,
  })
})

test('S5-03 the board shows priority jobs and customers who wait first', async () => {
  const given = await aDealership()
  const leaves = await aSignedOrder(given, {
    visit: { waiting: 'leaves' },
    order: { promisedTo: at('10:00') },
  })
  const waits = await aSignedOrder(given, { order: { promisedTo: at('16:00') } })
  const gone = await aSignedOrder(given, { visit: { leftAt: NOW } })
  const marked = await aSignedOrder(given, {
    visit: { waiting: 'leaves' },
    order: { promisedTo: at('17:00') },
  })
  await dispatchJob(given.as('foreman'), {
    jobId: marked.jobId,
    technicianId: given.staffId('T1'),
    time: '10:00',
    priority: 'on',
  })
  const { priority, confirmed } = await board(given)
  expect(priority.map(({ jobId }) => jobId)).toEqual([waits.jobId, marked.jobId])
  expect(confirmed.map(({ jobId }) => jobId)).toEqual([waits.jobId, marked.jobId, leaves.jobId, gone.jobId])
})

test('S5-04 the board shows what waits for the authority of the customer', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const { orderId, vehicle } = await aSignedOrder(given)
  const unsigned = await aSignedOrder(given, {
    order: { status: 'awaitingSignature', authorisedAt: null },
    jobs: [{ status: 'proposed' }],
  })
  await given.inside(async (tx) => {
    for (const status of ['found', 'sent', 'approved', 'declined'] as const)
      await tx.additionalWork.create({ data: { dealershipId, orderId, status, what: status, foundAt: NOW } })
  })
  const { authority } = await board(given)
  expect(authority.map(({ plate, status }) => [plate, status]).sort()).toEqual(
    [
      [vehicle.plate, 'found'],
      [vehicle.plate, 'sent'],
      [unsigned.vehicle.plate, 'awaitingSignature'],
    ].sort(),
  )
})

test('S5-05 the board shows delayed jobs, as soon as the end can be foreseen', async () => {
  const given = await aDealership()
  const a = await aSignedOrder(given, { order: { promisedTo: at('10:15') }, jobs: [{ minutes: 60 }] })
  await give(given, a.jobId, 'T1', '09:00')
  expect((await board(given)).delayed).toEqual([])
  expect((await board(given, 25)).delayed).toMatchObject([
    { jobId: a.jobId, lateMinutes: 10, expectedEnd: at('10:25') },
  ])
  await startJob(given.as('T1', later(25)), { jobId: a.jobId })
  expect((await board(given, 30)).delayed).toMatchObject([{ jobId: a.jobId, lateMinutes: 10 }])
  await finishJob(given.as('T1', later(40)), { jobId: a.jobId, workDone: '完成' })
  expect((await board(given, 41)).delayed).toEqual([])
})

test('S5-06 the board shows in which order cars are washed and driven', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const ready = (promised: string, waiting: 'waits' | 'leaves', over: object = {}) =>
    aSignedOrder(given, {
      order: { status: 'qcPassed', wash: true, promisedTo: at(promised), ...over },
      visit: { waiting },
      jobs: [{ status: 'qcPassed' }],
    })
  const [late, early, waits, inWash] = [
    await ready('12:00', 'leaves'),
    await ready('11:00', 'leaves'),
    await ready('15:00', 'waits'),
    await ready('17:00', 'leaves', { status: 'washing' }),
  ]
  await ready('10:00', 'waits', { wash: false })
  const driven = await aSignedOrder(given, { order: { status: 'qc' }, jobs: [{ status: 'done' }] })
  await given.inside((tx) =>
    tx.roadTest.create({ data: { dealershipId, orderId: driven.orderId, createdAt: NOW } }),
  )
  const { wash, roadTests } = await board(given)
  expect(wash.map(({ orderId }) => orderId)).toEqual(
    [inWash, waits, early, late].map(({ orderId }) => orderId),
  )
  expect(roadTests).toMatchObject([{ orderId: driven.orderId, status: 'queued' }])
})

test('S5-07 the board shows the booked customers of the day', async () => {
  const given = await aDealership()
  const afternoon = await aBooking(given)
  const morning = await aBooking(given, { startsAt: at('09:30'), receptionEndsAt: at('10:00') })
  await aBooking(given, { status: 'cancelled' })
  await aBooking(given, { startsAt: at('09:30', '2026-11-24'), receptionEndsAt: at('10:00', '2026-11-24') })
  const { booked } = await board(given)
  expect(booked.map(({ plate }) => plate)).toEqual([morning.vehicle.plate, afternoon.vehicle.plate])
})

test('S5-08 the board shows the technician on each job', async () => {
  const given = await aDealership()
  const [a, b] = [await aSignedOrder(given), await aSignedOrder(given)]
  await give(given, a.jobId, 'T2', '09:00')
  const { confirmed } = await board(given)
  expect(new Map(confirmed.map(({ jobId, technicianId }) => [jobId, technicianId]))).toEqual(
    new Map([
      [a.jobId, given.staffId('T2')],
      [b.jobId, null],
    ]),
  )
})

test('S5-09 the board shows the next task of each technician', async () => {
  const given = await aDealership()
  const [a, b, c] = [await aSignedOrder(given), await aSignedOrder(given), await aSignedOrder(given)]
  await give(given, a.jobId, 'T1', '10:00')
  await give(given, b.jobId, 'T1', '09:00')
  await give(given, c.jobId, 'T2', '11:00')
  const next = async (minutes: number) =>
    new Map((await board(given, minutes)).next.map(({ technicianId, jobId }) => [technicianId, jobId]))
  expect(await next(0)).toEqual(
    new Map([
      [given.staffId('T1'), b.jobId],
      [given.staffId('T2'), c.jobId],
    ]),
  )
  await startJob(given.as('T1', later(1)), { jobId: b.jobId })
  await finishJob(given.as('T1', later(30)), { jobId: b.jobId, workDone: '完成' })
  expect((await next(31)).get(given.staffId('T1'))).toBe(a.jobId)
})

test('S5-10 the board shows the expected completion of each job, also of one that is not planned yet', async () => {
  const given = await aDealership()
  const a = await aSignedOrder(given, { jobs: [{ minutes: 60 }] })
  const b = await aSignedOrder(given, { jobs: [{ minutes: 30, minGrade: 'senior', skill: 'engine' }] })
  await give(given, a.jobId, 'T3', '09:00')
  await startJob(given.as('T3'), { jobId: a.jobId })
  const jobs = new Map((await board(given, 20)).confirmed.map((job) => [job.jobId, job]))
  expect(jobs.get(a.jobId)).toMatchObject({ planned: true, expectedEnd: at('10:00') })
  expect(jobs.get(b.jobId)).toMatchObject({
    planned: false,
    expectedEnd: at('10:30'),
    suggestedTechnicianId: given.staffId('T3'),
  })
  // The work overruns: nobody pretends that it was done at ten, and the next car moves back.
  const overrun = new Map((await board(given, 75)).confirmed.map((job) => [job.jobId, job]))
  expect(overrun.get(a.jobId)?.expectedEnd).toEqual(at('10:15'))
  expect(overrun.get(b.jobId)?.expectedEnd).toEqual(at('10:45'))
})

test('S5-11 board and technician see the same work at the same time', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  await give(given, jobId, 'T1', '09:30')
  const seen = async (minutes: number) => {
    const [mine] = await myJobs(given.as('T1', later(minutes)), {})
    const [block] = (await board(given, minutes)).blocks
    expect([mine?.status, mine?.planEntryId, mine?.startsAt]).toEqual([
      (await board(given, minutes)).confirmed[0]?.status,
      block?.id,
      block?.startsAt,
    ])
  }
  await seen(0)
  await startJob(given.as('T1', later(5)), { jobId })
  await seen(5)
  await pauseJob(given.as('T1', later(10)), { jobId, reason: 'breakTime' })
  await seen(10)
})

test('S5-12 the board of the day follows the bookings as they change', async () => {
  const given = await aDealership()
  const { appointment } = await aBooking(given)
  expect((await board(given)).hours.bookedMinutes).toBe(90)
  await given.inside((tx) =>
    tx.appointment.updateMany({ where: { id: appointment.id }, data: { status: 'rescheduled' } }),
  )
  const { booked, hours } = await board(given)
  expect([booked, hours.bookedMinutes]).toEqual([[], 0])
})

test('S5-13 the suggestion follows grade, skill and load', async () => {
  const given = await aDealership()
  const easy = await aSignedOrder(given, { order: { promisedTo: at('11:00') } })
  const hard = await aSignedOrder(given, {
    order: { promisedTo: at('12:00') },
    jobs: [{ minGrade: 'senior', skill: 'engine' }],
  })
  const second = await aSignedOrder(given, { order: { promisedTo: at('13:00') } })
  const jobs = new Map(
    (await board(given)).queue.map(({ jobId, suggestedTechnicianId }) => [jobId, suggestedTechnicianId]),
  )
  expect(jobs.get(easy.jobId)).toBe(given.staffId('T1'))
  expect(jobs.get(hard.jobId)).toBe(given.staffId('T3'))
  expect(jobs.get(second.jobId)).toBe(given.staffId('T2'))
})

test('S5-14 the time from signature to the first clock is measured', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given, { order: { authorisedAt: NOW } })
  await give(given, jobId, 'T1', '09:05')
  await startJob(given.as('T1', later(12)), { jobId })
  expect((await board(given, 20)).dispatchMinutes).toBe(12)
})

test('S5-15 a booked job that begins after its booked time is shown as late', async () => {
  const given = await aDealership()
  const { appointment } = await aBooking(given, {
    startsAt: at('08:30'),
    receptionEndsAt: at('09:00'),
    status: 'converted',
  })
  const { jobId } = await aSignedOrder(given, { visit: { appointmentId: appointment.id } })
  await give(given, jobId, 'T1', '09:20')
  expect((await board(given)).delayed).toMatchObject([{ jobId, lateStartMinutes: 20, bookedAt: at('08:30') }])
})

test('parts that are missing are marked on the board, with the day they come', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const { jobId } = await aSignedOrder(given)
  const chain = await partId(given, 'P0017')
  await given.inside((tx) =>
    reserveParts(tx, { dealershipId, now, jobId, parts: [{ partId: chain, quantityMilli: 2000 }] }),
  )
  expect((await board(given)).queue).toMatchObject([{ jobId, partsMissing: 1 }])
})

test('S5-16 S3-38 the dispatch sheet carries line, cost, time, place, history and the full problem list', async () => {
  const given = await aDealership()
  const { jobId, orderId } = await aSignedOrder(given, { jobs: [{ minutes: 60, parts: [['P0002', 1]] }] })
  await give(given, jobId, 'T1', '09:30')
  const sheet = await dispatchSheet(given.as('foreman'), { orderId })
  expect(sheet.orderProblems).toMatchObject([{ text: '刹车有异响' }])
  expect(sheet.jobs).toMatchObject([
    {
      labourFen: 12_000,
      partsFen: 1000,
      minutes: 60,
      place: {
        startsAt: at('09:30'),
        endsAt: at('10:30'),
        technician: { name: '孙初级' },
        bay: { nameEn: 'Bay 1' },
      },
    },
  ])
  await expect(dispatchSheet(given.as('technician'), { orderId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(dispatchSheet(given.as('foreman'), { orderId: jobId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('S5-28 the fault record goes with the job to the technician, without price and telephone', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const { jobId, visitId, customer } = await aSignedOrder(given)
  await given.inside((tx) =>
    tx.receptionRecord.create({
      data: {
        dealershipId,
        visitId,
        kitPieces: [],
        customerStatement: '冷车启动时有吱吱声',
        faultInquiry: { frequency: '每天早上' },
      },
    }),
  )
  await give(given, jobId, 'T1', '09:30')
  const detail = await myJob(given.as('T1'), { jobId })
  expect(detail.record).toMatchObject({
    customerStatement: '冷车启动时有吱吱声',
    faultInquiry: { frequency: '每天早上' },
  })
  expect(detail.order.orderProblems).toMatchObject([{ text: '刹车有异响' }])
  const sent = JSON.stringify([detail, await myJobs(given.as('T1'), {})])
  expect(sent).not.toContain(customer.phone)
  expect(sent).not.toMatch(/Fen"|phone/i)
  await expect(myJob(given.as('T2'), { jobId })).rejects.toMatchObject({ code: 'job.not-yours' })
  await expect(myJobs(given.as('serviceAdviser'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('the board is for foreman, desk and leaders; another day can be looked at', async () => {
  const given = await aDealership()
  for (const role of ['technician', 'cashier', 'customerRelations'] as const)
    await expect(controlBoard(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  expect((await controlBoard(given.as('serviceAdviser'), { day: '2026-11-24' })).hours).toMatchObject({
    availableMinutes: 1440,
    leftMinutes: 1440,
  })
  expect((await board(given)).day).toBe(TODAY)
})
