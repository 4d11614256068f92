import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { issueJobParts } from '@/lib/parts/server/issue-part'
import { jobsToIssue } from '@/lib/parts/server/parts-desk'
import { returnPart } from '@/lib/parts/server/return-part'
import { cancelJob } from '@/lib/workshop/server/cancel-job'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { aSignedOrder } from '../../support/workshop'

const cancel = (given: GivenDealership, jobId: string, who = 'serviceAdviser') =>
  cancelJob(given.as(who), { jobId, reason: '客户改主意', consent: '张伟，09:10 电话' })
const give = (given: GivenDealership, jobId: string, no: string, time = '09:00') =>
  dispatchJob(given.as('foreman'), { jobId, technicianId: given.staffId(no), time })
const row = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.job.findFirstOrThrow({ where: { id }, include: { order: true, planEntries: true } }),
  )

test('6.4 a signed line is taken off before its work begins: plan, parts and price fall away, with reason and consent', async () => {
  const given = await aDealership()
  const { jobIds, visitId } = await aSignedOrder(given, {
    jobs: [{}, { labourFen: 12_000, discountFen: 2000, parts: [['P0002', 1]] }],
    order: { signedTotalFen: 23_000 },
  })
  const [, second] = jobIds as [string, string]
  await give(given, second, 'T2', '10:00')
  expect(await cancel(given, second)).toMatchObject({ totalFen: 11_000, orderDone: false })
  expect(await row(given, second)).toMatchObject({
    status: 'cancelled',
    declineReason: '客户改主意',
    order: { signedTotalFen: 12_000, status: 'queued' },
    planEntries: [{ status: 'cancelled', reason: '客户改主意' }],
  })
  expect(await given.inside((tx) => tx.event.findFirst({ where: { name: 'job.cancel' } }))).toMatchObject({
    visitId,
    subjectId: second,
    facts: { reason: '客户改主意', consent: '张伟，09:10 电话', totalFen: 11_000 },
  })
})

test('S5-43 X-PRT-17 when everything else is done the order goes to the inspector, and parts that are out come back', async () => {
  const given = await aDealership()
  const { jobIds } = await aSignedOrder(given, { jobs: [{}, { parts: [['P0002', 1]] }] })
  const [first, second] = jobIds as [string, string]
  const clerk = given.as('partsClerk')
  await issueJobParts(clerk, { jobId: second })
  await give(given, first, 'T2')
  await startJob(given.as('T2'), { jobId: first })
  await expect(cancel(given, first)).rejects.toMatchObject({
    code: 'status.not-from-here',
    facts: { from: 'inWork' },
  })
  await finishJob(given.as('T2', { now: minutesAfter(NOW, 30) }), { jobId: first, workDone: '已完成' })
  expect(await cancel(given, second)).toMatchObject({ orderDone: true })
  expect((await row(given, second)).order.status).toBe('workDone')
  const [out] = await jobsToIssue(clerk, {})
  expect(out).toMatchObject({ jobId: second, status: 'cancelled' })
  await returnPart(clerk, { jobPartId: out!.lines[0]!.id, quantity: 1, reason: '项目取消' })
  expect(await jobsToIssue(clerk, {})).toEqual([])
})

test('6.4 the last line is not taken off, and only an adviser takes one off, with reason and consent', async () => {
  const given = await aDealership()
  const { jobIds } = await aSignedOrder(given, { jobs: [{}, {}] })
  const [first, second] = jobIds as [string, string]
  for (const who of ['technician', 'foreman', 'cashier', 'partsClerk'])
    await expect(cancel(given, first, who)).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(cancelJob(given.as('A1'), { jobId: first, reason: 'x', consent: ' ' })).rejects.toThrow()
  await cancel(given, first)
  await expect(cancel(given, first)).rejects.toMatchObject({ code: 'status.not-from-here' })
  await expect(cancel(given, second)).rejects.toMatchObject({ code: 'order.last-line' })
  const there = await aDealership()
  await expect(cancel(there, second)).rejects.toMatchObject({ code: 'common.not-found' })
})
