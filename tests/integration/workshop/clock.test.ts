import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { issueJobParts } from '@/lib/parts/server/issue-part'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { pauseJob } from '@/lib/workshop/server/pause-job'
import { resumeJob } from '@/lib/workshop/server/resume-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { aSignedOrder, at, outcomes } from '../../support/workshop'

const give = (given: GivenDealership, jobId: string, technician: string, time: string) =>
  dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId(technician), time })
const later = (minutes: number) => ({ now: minutesAfter(NOW, minutes) })
const order = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id } }))
const job = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.job.findFirstOrThrow({ where: { id } }))
const entries = (given: GivenDealership) =>
  given.inside((tx) =>
    tx.planEntry.findMany({ where: { status: { in: ['planned', 'active'] } }, orderBy: { startsAt: 'asc' } }),
  )

test('S5-36 assigned, started, paused with a reason, resumed and finished are stamped', async () => {
  const given = await aDealership()
  const { jobId, orderId } = await aSignedOrder(given)
  await give(given, jobId, 'T1', '09:00')
  await startJob(given.as('T1', later(1)), { jobId })
  expect(await order(given, orderId)).toMatchObject({
    status: 'inRepair',
    workStartedAt: minutesAfter(NOW, 1),
  })
  await pauseJob(given.as('T1', later(21)), { jobId, reason: 'breakTime', note: '' })
  await resumeJob(given.as('T1', later(31)), { jobId })
  await finishJob(given.as('T1', later(61)), { jobId, workDone: '已更换机油机滤' })
  const clockings = await given.inside((tx) =>
    tx.clocking.findMany({ where: { jobId }, orderBy: { startsAt: 'asc' } }),
  )
  expect(clockings).toMatchObject([
    { startsAt: minutesAfter(NOW, 1), endsAt: minutesAfter(NOW, 21), pauseReason: 'breakTime' },
    { startsAt: minutesAfter(NOW, 31), endsAt: minutesAfter(NOW, 61), pauseReason: null },
  ])
  expect(await job(given, jobId)).toMatchObject({
    status: 'done',
    startedAt: minutesAfter(NOW, 1),
    doneAt: minutesAfter(NOW, 61),
    doneById: given.staffId('T1'),
  })
  const names = await given.inside((tx) =>
    tx.event.findMany({ where: { subjectId: jobId }, orderBy: { at: 'asc' }, select: { name: true } }),
  )
  expect(names.map(({ name }) => name)).toEqual([
    'job.dispatch',
    'job.start',
    'job.pause',
    'job.resume',
    'job.finish',
  ])
})

test('S5-43 the last finished job hands the order to the inspector, with work, parts and hours on record', async () => {
  const given = await aDealership()
  const { jobIds, orderId } = await aSignedOrder(given, { jobs: [{ parts: [['P0002', 1]] }, {}] })
  const [first, second] = jobIds as [string, string]
  await give(given, first, 'T1', '09:00')
  await startJob(given.as('T1'), { jobId: first })
  await expect(
    finishJob(given.as('T1', later(30)), { jobId: first, workDone: '完成' }),
  ).rejects.toMatchObject({ code: 'job.parts-not-issued', facts: { part: '机油滤清器' } })
  await issueJobParts(given.as('partsClerk'), { jobId: first, technicianId: given.staffId('T1') })
  await expect(finishJob(given.as('T1', later(30)), { jobId: first, workDone: ' ' })).rejects.toThrow()
  expect(
    await finishJob(given.as('T1', later(30)), {
      jobId: first,
      workDone: '完成',
      suggestion: '下次更换空气滤芯',
    }),
  ).toMatchObject({ orderDone: false })
  expect(await order(given, orderId)).toMatchObject({ status: 'inRepair', workDoneAt: null })
  await dispatchJob(given.as('foreman', later(31)), {
    jobId: second,
    technicianId: given.staffId('T1'),
    time: '09:45',
  })
  await startJob(given.as('T1', later(45)), { jobId: second })
  expect(await finishJob(given.as('T1', later(90)), { jobId: second, workDone: '完成' })).toMatchObject({
    orderDone: true,
  })
  expect(await order(given, orderId)).toMatchObject({ status: 'workDone', workDoneAt: minutesAfter(NOW, 90) })
  expect(await given.inside((tx) => tx.finding.findMany({ where: { jobId: first } }))).toMatchObject([
    { suggestion: true },
  ])
})

test('S5-36 a technician taps start twice at once: one clock runs', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  await give(given, jobId, 'T1', '09:00')
  const { passed, codes } = await outcomes([1, 2].map(() => startJob(given.as('T1'), { jobId })))
  expect({ passed, codes }).toEqual({ passed: 1, codes: ['clocking.already-running'] })
  expect(await given.inside((tx) => tx.clocking.count({ where: { jobId } }))).toBe(1)
})

test('one technician has one clock: a second car is refused, also at the same instant', async () => {
  const given = await aDealership()
  const [a, b] = [await aSignedOrder(given), await aSignedOrder(given)]
  await give(given, a.jobId, 'T1', '09:00')
  await give(given, b.jobId, 'T1', '10:00')
  const { passed, codes } = await outcomes([a, b].map(({ jobId }) => startJob(given.as('T1'), { jobId })))
  expect({ passed, codes }).toEqual({ passed: 1, codes: ['clocking.other-job-running'] })
})

test('only the technician of the plan may start, and only what is planned', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  await expect(startJob(given.as('T1'), { jobId })).rejects.toMatchObject({ code: 'job.not-yours' })
  await give(given, jobId, 'T1', '09:00')
  await expect(startJob(given.as('T2'), { jobId })).rejects.toMatchObject({ code: 'job.not-yours' })
  for (const role of ['foreman', 'serviceAdviser'] as const) {
    await expect(startJob(given.as(role), { jobId })).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(finishJob(given.as(role), { jobId, workDone: 'x' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    await expect(resumeJob(given.as(role), { jobId })).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
  await expect(pauseJob(given.as('serviceAdviser'), { jobId, reason: 'other' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(finishJob(given.as('T1'), { jobId, workDone: 'x' })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(pauseJob(given.as('T1'), { jobId, reason: 'parts' })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(resumeJob(given.as('T1'), { jobId })).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('a pause for parts frees technician and bay; the same technician goes on later', async () => {
  const given = await aDealership()
  const [a, b] = [await aSignedOrder(given), await aSignedOrder(given)]
  await give(given, a.jobId, 'T1', '09:00')
  await startJob(given.as('T1'), { jobId: a.jobId })
  await pauseJob(given.as('T1', later(20)), { jobId: a.jobId, reason: 'parts', note: '等机滤' })
  await dispatchJob(given.as('foreman', later(21)), {
    jobId: b.jobId,
    technicianId: given.staffId('T1'),
    time: '09:30',
  })
  await startJob(given.as('T1', later(22)), { jobId: b.jobId })
  await expect(resumeJob(given.as('T2', later(23)), { jobId: a.jobId })).rejects.toMatchObject({
    code: 'job.not-yours',
  })
  await expect(resumeJob(given.as('T1', later(23)), { jobId: a.jobId })).rejects.toMatchObject({
    code: 'clocking.other-job-running',
  })
  await finishJob(given.as('T1', later(60)), { jobId: b.jobId, workDone: '完成' })
  await resumeJob(given.as('T1', later(61)), { jobId: a.jobId })
  expect(await entries(given)).toMatchObject([
    { jobId: a.jobId, status: 'active', startsAt: minutesAfter(NOW, 61), endsAt: minutesAfter(NOW, 101) },
  ])
})

test('the foreman pauses for a technician who was called away', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  await give(given, jobId, 'T1', '09:00')
  await startJob(given.as('T1'), { jobId })
  await expect(pauseJob(given.as('T2', later(5)), { jobId, reason: 'other' })).rejects.toMatchObject({
    code: 'job.not-yours',
  })
  await pauseJob(given.as('foreman', later(5)), { jobId, reason: 'other', note: '救援' })
  expect(await job(given, jobId)).toMatchObject({ status: 'paused' })
})

test('S5-15 a late start moves what follows on person and bay back, honestly', async () => {
  const given = await aDealership()
  const [a, b, c] = [await aSignedOrder(given), await aSignedOrder(given), await aSignedOrder(given)]
  await give(given, a.jobId, 'T1', '09:00')
  await give(given, b.jobId, 'T1', '10:00')
  await give(given, c.jobId, 'T2', '10:00')
  await startJob(given.as('T1', later(25)), { jobId: a.jobId })
  expect((await entries(given)).map(({ jobId, startsAt, endsAt }) => [jobId, startsAt, endsAt])).toEqual([
    [a.jobId, at('09:25'), at('10:25')],
    [c.jobId, at('10:00'), at('11:00')],
    [b.jobId, at('10:25'), at('11:25')],
  ])
})

test('a technician may begin the second car first; the first moves back', async () => {
  const given = await aDealership()
  const [a, b] = [await aSignedOrder(given), await aSignedOrder(given)]
  await give(given, a.jobId, 'T1', '09:05')
  await give(given, b.jobId, 'T1', '10:05')
  await startJob(given.as('T1'), { jobId: b.jobId })
  expect(await entries(given)).toMatchObject([
    { jobId: b.jobId, status: 'active', startsAt: at('09:00'), endsAt: at('10:00') },
    { jobId: a.jobId, status: 'planned', startsAt: at('10:00'), endsAt: at('11:00') },
  ])
})

test('S5-19 a job does not start in a bay where another car stands', async () => {
  const given = await aDealership()
  const [a, b] = [await aSignedOrder(given), await aSignedOrder(given)]
  const { bayId } = await give(given, a.jobId, 'T1', '09:00')
  await startJob(given.as('T1'), { jobId: a.jobId })
  await dispatchJob(given.as('foreman'), {
    jobId: b.jobId,
    technicianId: given.staffId('T2'),
    bayId,
    time: '10:00',
  })
  await expect(startJob(given.as('T2', later(10)), { jobId: b.jobId })).rejects.toMatchObject({
    code: 'plan.bay-busy',
    facts: { plate: a.vehicle.plate },
  })
})

test('a job the inspector sent back returns to its technician and starts without the foreman', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const { jobId, orderId } = await aSignedOrder(given)
  await give(given, jobId, 'T1', '09:00')
  await startJob(given.as('T1'), { jobId })
  await finishJob(given.as('T1', later(50)), { jobId, workDone: '完成' })
  await given.inside(async (tx) => {
    await tx.repairOrder.updateMany({ where: { id: orderId }, data: { status: 'rework' } })
    await tx.job.updateMany({ where: { id: jobId }, data: { status: 'rework', reworkCount: 1 } })
    await tx.rework.create({
      data: {
        dealershipId,
        jobId,
        technicianId: given.staffId('T1'),
        reason: '放油螺栓渗油',
        openedAt: minutesAfter(NOW, 55),
      },
    })
  })
  await expect(startJob(given.as('T2', later(60)), { jobId })).rejects.toMatchObject({
    code: 'job.not-yours',
  })
  await startJob(given.as('T1', later(60)), { jobId })
  expect(await entries(given)).toMatchObject([{ jobId, endsAt: minutesAfter(NOW, 90) }])
  await finishJob(given.as('T1', later(75)), { jobId, workDone: '重新紧固' })
  expect(await order(given, orderId)).toMatchObject({ status: 'workDone' })
  expect(await given.inside((tx) => tx.rework.findMany({ where: { jobId } }))).toMatchObject([
    { doneAt: minutesAfter(NOW, 75) },
  ])
})

test('X-TEC-01 a certificate that ran out stops the start as well', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  await give(given, jobId, 'T1', '09:00')
  await given.inside((tx) =>
    tx.staff.updateMany({ where: { employeeNo: 'T1' }, data: { certifiedUntil: new Date('2026-11-01') } }),
  )
  await expect(startJob(given.as('T1'), { jobId })).rejects.toMatchObject({ code: 'plan.not-certified' })
})
