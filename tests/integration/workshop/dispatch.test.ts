import { expect, test } from 'vitest'
import { toDateColumn } from '@/lib/core/time'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { movePlanEntry } from '@/lib/workshop/server/move-plan-entry'
import { planPreview } from '@/lib/workshop/server/plan-preview'
import { startJob } from '@/lib/workshop/server/start-job'
import { withdrawPlanEntry } from '@/lib/workshop/server/withdraw-plan-entry'
import { aDealership, TODAY } from '../../support/given'
import { aSignedOrder, at, bayId, outcomes } from '../../support/workshop'

test('S5-19 a job goes to a technician and a free fitting bay, and ends after its minutes', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given, { jobs: [{ minutes: 90 }] })
  const planned = await dispatchJob(given.as('foreman'), {
    jobId,
    technicianId: given.staffId('T1'),
    day: TODAY,
    time: '09:30',
  })
  expect(planned).toMatchObject({
    startsAt: at('09:30'),
    endsAt: at('11:00'),
    bayId: await bayId(given, 'Bay 1'),
  })
  expect(await given.inside((tx) => tx.job.findMany({ where: { id: jobId } }))).toMatchObject([
    { status: 'assigned' },
  ])
})

test('work that runs into the break goes on after it', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given, { jobs: [{ minutes: 60 }] })
  const planned = await dispatchJob(given.as('foreman'), {
    jobId,
    technicianId: given.staffId('T1'),
    startsAt: at('11:30').toISOString(),
  })
  expect(planned.endsAt).toEqual(at('13:30'))
})

test('S5-18 X-TEC-02 a job goes only to a grade that covers it', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given, { jobs: [{ minGrade: 'senior' }] })
  const give = (no: string) =>
    dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId(no), time: '10:00' })
  await expect(give('T1')).rejects.toMatchObject({ code: 'plan.grade-too-low', facts: { needed: 'senior' } })
  await expect(give('T2')).rejects.toMatchObject({ code: 'plan.grade-too-low' })
  await give('T3')
})

test('X-TEC-01 without a valid brand certificate no job is given', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  await given.inside((tx) =>
    tx.staff.updateMany({
      where: { employeeNo: 'T1' },
      data: { certifiedUntil: toDateColumn('2026-11-22') },
    }),
  )
  await given.inside((tx) =>
    tx.staff.updateMany({ where: { employeeNo: 'T2' }, data: { certifiedUntil: null } }),
  )
  for (const no of ['T1', 'T2'])
    await expect(
      dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId(no), time: '10:00' }),
    ).rejects.toMatchObject({ code: 'plan.not-certified' })
})

test('what may not be planned is refused with its reason', async () => {
  const given = await aDealership()
  const foreman = given.as('foreman')
  const { jobId } = await aSignedOrder(given)
  const T1 = { technicianId: given.staffId('T1') }
  const refused = (input: object, code: string) =>
    expect(dispatchJob(foreman, { jobId, ...T1, ...input })).rejects.toMatchObject({ code })
  await refused({ time: '08:00' }, 'plan.in-the-past')
  await refused({ time: '12:15' }, 'plan.off-shift')
  await refused({ time: '18:00' }, 'plan.off-shift')
  await refused({ time: '10:00', technicianId: given.staffId('A1') }, 'plan.not-a-technician')
  await refused({ time: '10:00', technicianId: jobId }, 'common.not-found')
  await refused({ time: '10:00', bayId: await bayId(given, 'Alignment') }, 'plan.bay-unfit')
  const closed = await bayId(given, 'Bay 2')
  await given.inside((tx) =>
    tx.bayDowntime.create({
      data: {
        dealershipId: given.dealershipId,
        bayId: closed,
        startsAt: at('09:00'),
        endsAt: at('17:00'),
        reason: '举升机维修',
      },
    }),
  )
  await refused({ time: '10:00', bayId: closed }, 'plan.bay-closed')
  const highVoltage = await aSignedOrder(given, { jobs: [{ skill: 'newEnergy' }] })
  await refused({ time: '10:00', jobId: highVoltage.jobId }, 'plan.high-voltage')
  const proposed = await aSignedOrder(given, { jobs: [{ status: 'proposed' }] })
  await refused({ time: '10:00', jobId: proposed.jobId }, 'plan.not-approved')
  const unsigned = await aSignedOrder(given, { order: { status: 'awaitingSignature', authorisedAt: null } })
  await refused({ time: '10:00', jobId: unsigned.jobId }, 'plan.order-not-open')
  const done = await aSignedOrder(given, { jobs: [{ status: 'done' }] })
  await refused({ time: '10:00', jobId: done.jobId }, 'status.not-from-here')
  await given.inside((tx) =>
    tx.bay.updateMany({ where: { kind: 'general' }, data: { disabledAt: given.now } }),
  )
  await refused({ time: '10:00' }, 'plan.no-free-bay')
  await expect(dispatchJob(given.as('technician'), { jobId, ...T1, time: '10:00' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(
    dispatchJob(given.as('serviceAdviser'), { jobId, ...T1, time: '10:00' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S5-19 a technician, a bay and a car are in one place at a time', async () => {
  const given = await aDealership()
  const foreman = given.as('foreman')
  const bay = await bayId(given, 'Bay 3')
  const [a, b, c] = [
    await aSignedOrder(given, { jobs: [{}, {}] }),
    await aSignedOrder(given),
    await aSignedOrder(given),
  ]
  await dispatchJob(foreman, { jobId: a.jobId, technicianId: given.staffId('T1'), bayId: bay, time: '10:00' })
  await expect(
    dispatchJob(foreman, { jobId: b.jobId, technicianId: given.staffId('T1'), time: '10:30' }),
  ).rejects.toMatchObject({
    code: 'plan.technician-busy',
    facts: { plate: a.vehicle.plate, from: '10:00', to: '11:00' },
  })
  await expect(
    dispatchJob(foreman, { jobId: b.jobId, technicianId: given.staffId('T2'), bayId: bay, time: '10:59' }),
  ).rejects.toMatchObject({ code: 'plan.bay-busy' })
  await expect(
    dispatchJob(foreman, { jobId: a.jobIds[1]!, technicianId: given.staffId('T2'), time: '10:30' }),
  ).rejects.toMatchObject({ code: 'plan.vehicle-busy' })
  await dispatchJob(foreman, { jobId: b.jobId, technicianId: given.staffId('T1'), bayId: bay, time: '11:00' })
  await dispatchJob(foreman, { jobId: c.jobId, technicianId: given.staffId('T2'), time: '10:30' })
})

test('S5-17 X-TEC-04 the technician the customer asked for is kept unless a reason is written', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given, { jobs: [{ requestedTechnicianId: given.staffId('T3') }] })
  const give = (reason: string) =>
    dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId('T2'), time: '10:00', reason })
  await expect(give('')).rejects.toMatchObject({
    code: 'plan.requested-technician',
    facts: { technician: '郑高级' },
  })
  await give('郑高级今天培训，客户同意')
})

test('S5-13 two foremen give two cars to one technician at the same time: one effect, the other is told', async () => {
  const given = await aDealership()
  const orders = await Promise.all([1, 2, 3, 4].map(() => aSignedOrder(given)))
  const { passed, codes } = await outcomes(
    orders.map(({ jobId }) =>
      dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId('T1'), time: '10:00' }),
    ),
  )
  expect({ passed, codes }).toEqual({ passed: 1, codes: Array(3).fill('plan.technician-busy') })
})

test('S5-19 two foremen give two cars to one bay at the same time: one effect, the other is told', async () => {
  const given = await aDealership()
  const bay = await bayId(given, 'Bay 4')
  const orders = await Promise.all([1, 2].map(() => aSignedOrder(given)))
  const { passed, codes } = await outcomes(
    orders.map(({ jobId }, n) =>
      dispatchJob(given.as('foreman'), {
        jobId,
        technicianId: given.staffId(`T${n + 1}`),
        bayId: bay,
        time: '10:00',
      }),
    ),
  )
  expect({ passed, codes }).toEqual({ passed: 1, codes: ['plan.bay-busy'] })
})

test('two foremen give one job to two technicians at the same time: one effect, the other hears who has it', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  const { passed, codes } = await outcomes(
    ['T1', 'T2'].map((no) =>
      dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId(no), time: '10:00' }),
    ),
  )
  expect({ passed, codes }).toEqual({ passed: 1, codes: ['plan.already-planned'] })
})

test('S5-20 a dispatch is changed with a reason, and the history is kept', async () => {
  const given = await aDealership()
  const foreman = given.as('foreman')
  const { jobId } = await aSignedOrder(given)
  const { planEntryId } = await dispatchJob(foreman, {
    jobId,
    technicianId: given.staffId('T1'),
    time: '10:00',
  })
  const toOther = { planEntryId, technicianId: given.staffId('T2'), time: '10:30' }
  await expect(movePlanEntry(foreman, toOther)).rejects.toMatchObject({ code: 'plan.reason-wanted' })
  const moved = await movePlanEntry(foreman, { ...toOther, reason: '孙初级去接救援' })
  expect(moved.endsAt).toEqual(at('11:30'))
  await expect(withdrawPlanEntry(foreman, { planEntryId: moved.planEntryId, reason: '' })).rejects.toThrow()
  await withdrawPlanEntry(foreman, { planEntryId: moved.planEntryId, reason: '客户临时取车' })
  const history = await given.inside((tx) =>
    tx.planEntry.findMany({ where: { jobId }, orderBy: { createdAt: 'asc' } }),
  )
  expect(history.map(({ status, reason }) => ({ status, reason }))).toEqual([
    { status: 'cancelled', reason: '孙初级去接救援' },
    { status: 'cancelled', reason: '客户临时取车' },
  ])
  expect(await given.inside((tx) => tx.job.findMany({ where: { id: jobId } }))).toMatchObject([
    { status: 'queued' },
  ])
  await expect(withdrawPlanEntry(foreman, { planEntryId, reason: 'x' })).rejects.toMatchObject({
    code: 'common.changed-meanwhile',
  })
  await expect(withdrawPlanEntry(given.as('technician'), { planEntryId, reason: 'x' })).rejects.toMatchObject(
    { code: 'auth.forbidden' },
  )
  await expect(movePlanEntry(given.as('technician'), toOther)).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S5-20 what is being worked on is neither moved nor withdrawn', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  const { planEntryId } = await dispatchJob(given.as('foreman'), {
    jobId,
    technicianId: given.staffId('T1'),
    time: '09:00',
  })
  await startJob(given.as('T1'), { jobId })
  await expect(withdrawPlanEntry(given.as('foreman'), { planEntryId, reason: 'x' })).rejects.toMatchObject({
    code: 'plan.in-work',
  })
  await expect(
    movePlanEntry(given.as('foreman'), { planEntryId, technicianId: given.staffId('T1'), time: '11:00' }),
  ).rejects.toMatchObject({ code: 'plan.in-work' })
})

test('the consequence is shown before the drop: end, promise, warnings, or the refusal', async () => {
  const given = await aDealership()
  const foreman = given.as('foreman')
  const { jobId } = await aSignedOrder(given, {
    jobs: [{ minutes: 120, skill: 'engine' }],
    order: { promisedTo: at('12:10') },
  })
  const look = (technicianId: string, time: string) => planPreview(foreman, { jobId, technicianId, time })
  expect(await look(given.staffId('T3'), '09:30')).toMatchObject({
    ok: true,
    endsAt: at('11:30').toISOString(),
    spareMinutes: 40,
    warnings: [],
  })
  expect(await look(given.staffId('T1'), '16:30')).toMatchObject({
    ok: true,
    warnings: ['late', 'afterDuty', 'skill'],
  })
  expect(await look(given.staffId('T3'), '09:50')).toMatchObject({ ok: true, warnings: ['tight'] })
  expect(await look(given.staffId('T1'), '12:30')).toMatchObject({
    ok: false,
    refused: { code: 'plan.off-shift' },
  })
  expect(await given.inside((tx) => tx.planEntry.count())).toBe(0)
  await expect(
    planPreview(given.as('technician'), { jobId, technicianId: given.staffId('T1'), time: '10:00' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})
