import { expect, test } from 'vitest'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import { decideInspection } from '@/lib/quality/server/decide-inspection'
import { decideLine } from '@/lib/quality/server/decide-line'
import { explainRework } from '@/lib/quality/server/explain-rework'
import { inspectionQueue } from '@/lib/quality/server/inspection-queue'
import { inspectionSheet } from '@/lib/quality/server/inspection-sheet'
import { queueRoadTest } from '@/lib/quality/server/queue-road-test'
import { takeInspection } from '@/lib/quality/server/take-inspection'
import { withdrawAdditionalWork } from '@/lib/orders/server/withdraw-additional-work'
import { workQuality } from '@/lib/quality/server/work-quality'
import { aDealership, type GivenDealership } from '../../support/given'
import {
  aFinishedOrder,
  aPassedOrder,
  aSentPhoto,
  eventsOf,
  inRoles,
  inspectAndPassAll,
  linesOf,
  orderRow,
} from '../../support/quality'
import { outcomes } from '../../support/workshop'

const redo = (given: GivenDealership, orderId: string) =>
  given.inside(async (tx) => {
    const order = await tx.repairOrder.findFirstOrThrow({ where: { id: orderId }, include: { jobs: true } })
    for (const job of order.jobs.filter(({ status }) => status === 'rework')) {
      await moveJob(tx, job, 'start')
      await moveJob(tx, { ...job, status: 'inWork' }, 'finish', { doneAt: given.now })
    }
    await moveOrder(tx, order, 'finish')
  })

test('S6-02 S6-17 the inspector takes a finished car: every line of work and the four groups are on the sheet', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const [queued] = await inspectionQueue(inspector, {})
  expect(queued).toMatchObject({ orderId, status: 'workDone', jobs: 2, round: 0, ownWork: false })

  const { id, round } = await takeInspection(inspector, { orderId })
  expect(round).toBe(1)
  const lines = await linesOf(given, id)
  expect(lines.map(({ group }) => group).toSorted()).toEqual([
    'exterior',
    'functions',
    'interior',
    'job',
    'job',
    'performance',
  ])
  expect(lines.every(({ result }) => result === null)).toBe(true)
  expect((await orderRow(given, orderId)).status).toBe('qc')
  expect(await eventsOf(given, visitId)).toMatchObject([{ name: 'inspection.start', facts: { round: 1 } }])
  const sheet = await inspectionSheet(inspector, { orderId })
  expect(sheet.rounds[0]!.lines.map(({ group }) => group)).toEqual([
    'job',
    'job',
    'exterior',
    'interior',
    'functions',
    'performance',
  ])
})

test('S6-02 whoever worked on any line of the car may not inspect it, by record or by clock', async () => {
  const given = await aDealership()
  const byRecord = await aFinishedOrder(given, { doneBy: ['T2', 'Q1'] })
  await expect(takeInspection(given.as('qcInspector'), { orderId: byRecord.orderId })).rejects.toMatchObject({
    code: 'inspection.own-work',
  })
  const byClock = await aFinishedOrder(given)
  const { dealershipId, now } = given
  await given.inside((tx) =>
    tx.clocking.create({
      data: {
        dealershipId,
        jobId: byClock.jobId,
        technicianId: given.staffId('Q1'),
        startsAt: now,
        endsAt: now,
      },
    }),
  )
  await expect(takeInspection(given.as('qcInspector'), { orderId: byClock.orderId })).rejects.toMatchObject({
    code: 'inspection.own-work',
  })
  expect((await orderRow(given, byClock.orderId)).status).toBe('workDone')
  expect((await inspectionQueue(given.as('qcInspector'), {})).map(({ ownWork }) => ownWork)).toEqual([
    true,
    true,
  ])
})

test('S6-02 X-ROL-14 only an inspector inspects: adviser, technician, foreman and manager may not', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  for (const role of ['serviceAdviser', 'technician', 'foreman', 'serviceManager', 'cashier'] as const)
    await expect(takeInspection(given.as(role), { orderId })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(inspectionQueue(given.as('cashier'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('an order that is not finished cannot be taken, and neither can one of another dealership', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { orderId } = await aFinishedOrder(here, { order: { status: 'inRepair', workDoneAt: null } })
  await expect(takeInspection(here.as('qcInspector'), { orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(takeInspection(there.as('qcInspector'), { orderId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(inspectionSheet(there.as('qcInspector'), { orderId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('two inspectors reach for one car: one gets it, the other is told who has it', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  const second = inRoles(given, 'R1', ['qcInspector'])
  const { passed, codes } = await outcomes([
    takeInspection(given.as('qcInspector'), { orderId }),
    takeInspection(second, { orderId }),
  ])
  expect([passed, codes]).toEqual([1, ['inspection.taken']])
})

test('S6-10 a car passes only when every single line has passed', async () => {
  const given = await aDealership()
  const { orderId, visitId } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const { id: inspectionId } = await takeInspection(inspector, { orderId })
  const lines = await linesOf(given, inspectionId)
  for (const { id: lineId } of lines.slice(1))
    await decideLine(inspector, { inspectionId, lineId, result: 'pass' })
  await expect(decideInspection(inspector, { inspectionId })).rejects.toMatchObject({
    code: 'inspection.lines-open',
    facts: { count: 1 },
  })
  await decideLine(inspector, { inspectionId, lineId: lines[0]!.id, result: 'pass' })
  expect(await decideInspection(inspector, { inspectionId, remark: '试车正常' })).toEqual({
    status: 'passed',
    rework: [],
  })

  const order = await orderRow(given, orderId)
  expect(order).toMatchObject({ status: 'qcPassed', qcPassedAt: given.now })
  expect(order.jobs.map(({ status }) => status)).toEqual(['qcPassed', 'qcPassed'])
  const events = await eventsOf(given, visitId)
  expect(events.at(-1)).toMatchObject({ name: 'inspection.decide', facts: { status: 'passed', round: 1 } })
  await expect(decideInspection(inspector, { inspectionId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('S6-03 failed work goes back with reason and photo, and the car is checked again', async () => {
  const given = await aDealership()
  const { orderId, jobIds, visitId } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const { id: inspectionId } = await takeInspection(inspector, { orderId })
  const lines = await linesOf(given, inspectionId)
  const line = lines.find(({ jobId }) => jobId === jobIds[0])!
  await expect(
    decideLine(inspector, { inspectionId, lineId: line.id, result: 'fail' }),
  ).rejects.toMatchObject({ code: 'inspection.reason-wanted' })
  await decideLine(inspector, {
    inspectionId,
    lineId: line.id,
    result: 'fail',
    reason: '机油滤芯渗油',
    photoFileIds: await aSentPhoto(given, visitId),
  })
  for (const { id: lineId } of lines.filter(({ id }) => id !== line.id))
    await decideLine(inspector, { inspectionId, lineId, result: 'pass' })
  expect(await decideInspection(inspector, { inspectionId })).toEqual({
    status: 'failed',
    rework: [jobIds[0]],
  })

  const order = await orderRow(given, orderId)
  expect(order).toMatchObject({ status: 'rework', qcPassedAt: null })
  expect(order.jobs.map(({ status, reworkCount }) => [status, reworkCount])).toEqual([
    ['rework', 1],
    ['qcPassed', 0],
  ])
  const [rework] = await given.inside((tx) => tx.rework.findMany({ where: { jobId: jobIds[0] } }))
  expect(rework).toMatchObject({ reason: '机油滤芯渗油', technicianId: given.staffId('T2'), doneAt: null })
  const [failed] = await given.inside((tx) => tx.inspectionLine.findMany({ where: { id: line.id } }))
  expect(failed!.photoFileIds).toHaveLength(1)

  await redo(given, orderId)
  const again = await takeInspection(inspector, { orderId })
  expect(again.round).toBe(2)
  const recheck = await linesOf(given, again.id)
  expect(recheck.filter(({ result }) => result === 'pass').map(({ jobId }) => jobId)).toEqual([jobIds[1]])
  expect(await given.inside((tx) => tx.rework.count({ where: { doneAt: null } }))).toBe(0)
  for (const { id: lineId, result } of recheck)
    if (!result) await decideLine(inspector, { inspectionId: again.id, lineId, result: 'pass' })
  expect(await decideInspection(inspector, { inspectionId: again.id })).toMatchObject({ status: 'passed' })

  await explainRework(given.as('qcInspector'), { reworkId: rework!.id, rootCause: '密封圈未更换' })
  const sheet = await inspectionSheet(inspector, { orderId })
  expect(sheet.reworks).toMatchObject([
    { reason: '机油滤芯渗油', rootCause: '密封圈未更换', technician: '钱中级' },
  ])
  expect(sheet.rounds.map(({ round, status }) => [round, status])).toEqual([
    [2, 'passed'],
    [1, 'failed'],
  ])
  await expect(
    explainRework(given.as('technician'), { reworkId: rework!.id, rootCause: 'x' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(explainRework(inspector, { reworkId: orderId, rootCause: 'x' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('S6-11 S6-17 a failed group of the whole car names the line of work that has to put it right', async () => {
  const given = await aDealership()
  const { orderId, jobIds } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const { inspectionId } = await inspectAndPassAll(given, orderId, inspector)
  const interior = (await linesOf(given, inspectionId)).find(({ group }) => group === 'interior')!
  const fail = { inspectionId, lineId: interior.id, result: 'fail' as const, reason: '地毯油污' }
  await expect(decideLine(inspector, fail)).rejects.toMatchObject({ code: 'inspection.job-wanted' })
  await expect(decideLine(inspector, { ...fail, jobId: orderId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await decideLine(inspector, { ...fail, jobId: jobIds[1] })
  expect(await decideInspection(inspector, { inspectionId })).toEqual({
    status: 'failed',
    rework: [jobIds[1]],
  })
  expect((await orderRow(given, orderId)).jobs.map(({ status }) => status)).toEqual(['qcPassed', 'rework'])
})

test('only the inspector who took the car decides, and only on its own lines', async () => {
  const given = await aDealership()
  const [one, other] = [await aFinishedOrder(given), await aFinishedOrder(given)]
  const inspector = given.as('qcInspector')
  const { id: inspectionId } = await takeInspection(inspector, { orderId: one.orderId })
  const { id: foreign } = await takeInspection(inspector, { orderId: other.orderId })
  const [line] = await linesOf(given, inspectionId)
  const second = inRoles(given, 'R1', ['qcInspector'])
  await expect(decideLine(second, { inspectionId, lineId: line!.id, result: 'pass' })).rejects.toMatchObject({
    code: 'inspection.not-yours',
  })
  await expect(decideInspection(second, { inspectionId })).rejects.toMatchObject({
    code: 'inspection.not-yours',
  })
  await expect(
    decideLine(inspector, { inspectionId: foreign, lineId: line!.id, result: 'pass' }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(
    decideLine(given.as('technician'), { inspectionId, lineId: line!.id, result: 'pass' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(decideInspection(given.as('serviceManager'), { inspectionId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('a photograph of another visit is refused and nothing is decided', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const { id: inspectionId } = await takeInspection(inspector, { orderId })
  const line = (await linesOf(given, inspectionId)).find(({ group }) => group === 'job')!
  const elsewhere = await aFinishedOrder(given)
  const photoFileIds = await aSentPhoto(given, elsewhere.visitId)
  await expect(
    decideLine(inspector, { inspectionId, lineId: line.id, result: 'fail', reason: 'x', photoFileIds }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  expect((await linesOf(given, inspectionId)).every(({ result }) => result === null)).toBe(true)
})

test('S6-13 a car does not pass while its road test is open', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  const { inspectionId } = await inspectAndPassAll(given, orderId)
  await queueRoadTest(given.as('qcInspector'), { orderId, purpose: '确认异响' })
  await expect(decideInspection(given.as('qcInspector'), { inspectionId })).rejects.toMatchObject({
    code: 'inspection.road-test-open',
  })
})

test('S6-04 X-KPI-14 the fail rate counts for whoever had done the work when it failed', async () => {
  const given = await aDealership()
  await aPassedOrder(given)
  const { orderId, jobIds } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const { inspectionId } = await inspectAndPassAll(given, orderId, inspector)
  const line = (await linesOf(given, inspectionId)).find(({ jobId }) => jobId === jobIds[0])!
  await decideLine(inspector, { inspectionId, lineId: line.id, result: 'fail', reason: '扭矩不足' })
  await decideInspection(inspector, { inspectionId })
  await given.inside((tx) =>
    tx.job.updateMany({ where: { id: jobIds[0] }, data: { doneById: given.staffId('T1') } }),
  )
  await redo(given, orderId)
  const again = await inspectAndPassAll(given, orderId, inspector)
  await decideInspection(inspector, { inspectionId: again.inspectionId })

  const { technicians, ...shop } = await workQuality(given.as('foreman'), {})
  expect(technicians.map(({ name, inspected, failed }) => [name, inspected, failed])).toEqual([
    ['钱中级', 2, 1],
    ['郑高级', 2, 0],
    ['孙初级', 1, 0],
  ])
  expect(shop).toEqual({ orders: 2, firstTime: 1, comebacks: 0, delivered: 0 })
  await expect(workQuality(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S6-01 S3-46 a car whose customer is still to be asked or to answer is not inspected, until the request is settled', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const { orderId } = await aFinishedOrder(given)
  const inspector = given.as('qcInspector')
  const open = (status: 'found' | 'priced' | 'sent' | 'expired') =>
    given.inside((tx) =>
      tx.additionalWork.create({
        data: { dealershipId, orderId, status, what: '前减震器渗油', foundAt: now },
      }),
    )
  const requests = [await open('found'), await open('priced'), await open('sent'), await open('expired')]
  for (const [settled, { id: additionalWorkId }] of requests.entries()) {
    const count = requests.length - settled
    await expect(takeInspection(inspector, { orderId })).rejects.toMatchObject({
      code: 'inspection.requests-open',
      facts: { count },
    })
    expect(await inspectionQueue(inspector, {})).toMatchObject([{ orderId, openRequests: count }])
    await withdrawAdditionalWork(given.as('serviceAdviser'), { additionalWorkId, reason: '客户自理' })
  }
  expect((await orderRow(given, orderId)).status).toBe('workDone')
  expect(await takeInspection(inspector, { orderId })).toMatchObject({ round: 1 })
})
