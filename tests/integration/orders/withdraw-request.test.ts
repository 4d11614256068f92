import { expect, test } from 'vitest'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { declinedBefore } from '@/lib/orders/server/declined-before'
import { openAdditionalWork } from '@/lib/orders/server/open-additional-work'
import { withdrawAdditionalWork } from '@/lib/orders/server/withdraw-additional-work'
import { aDealership, type GivenDealership } from '../../support/given'
import { aSentRequest, aSignedOrder, SIGNATURE } from '../../support/orders'

const requestRow = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.additionalWork.findFirstOrThrow({ where: { id }, include: { jobs: true } }))

async function aFinding(given: GivenDealership) {
  const { dealershipId, now } = given
  const order = await aSignedOrder(given)
  const found = await given.inside(async (tx) => {
    const { id: findingId } = await tx.finding.create({
      data: {
        dealershipId,
        orderId: order.orderId,
        text: '前减震器渗油',
        foundById: given.staffId('T2'),
        at: now,
      },
    })
    const { id } = await openAdditionalWork(
      tx,
      { dealershipId, orderId: order.orderId, findingId, what: '前减震器渗油' },
      now,
    )
    return { findingId, additionalWorkId: id }
  })
  return { ...order, ...found }
}

test('S3-46 the adviser takes a request back that was only found: it no longer holds up the car, and is advised for later', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { additionalWorkId, findingId, visitId } = await aFinding(given)
  await expect(withdrawAdditionalWork(adviser, { additionalWorkId, reason: ' ' })).rejects.toThrow()
  await withdrawAdditionalWork(adviser, { additionalWorkId, reason: '仍在质保期观察', advise: true })
  expect(await requestRow(given, additionalWorkId)).toMatchObject({
    status: 'withdrawn',
    withdrawnReason: '仍在质保期观察',
  })
  expect(await given.inside((tx) => tx.finding.findFirst({ where: { id: findingId } }))).toMatchObject({
    suggestion: true,
  })
  const told = await given.inside((tx) =>
    tx.outboxMessage.count({ where: { visitId, template: 'additional-work-withdrawn' } }),
  )
  expect(told).toBe(0)
  expect(
    await given.inside((tx) => tx.event.findFirst({ where: { name: 'additionalWork.withdraw' } })),
  ).toMatchObject({ subjectId: additionalWorkId, facts: { reason: '仍在质保期观察', advise: true } })
  await expect(withdrawAdditionalWork(adviser, { additionalWorkId, reason: 'x' })).rejects.toMatchObject({
    code: 'status.not-from-here',
    facts: { from: 'withdrawn' },
  })
})

test('S3-44 S3-48 a request the customer has in hand can be taken back: the customer is told and can no longer answer', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { additionalWorkId, hash, jobIds, visitId } = sent
  await withdrawAdditionalWork(given.as('serviceAdviser'), { additionalWorkId, reason: '报价有误' })
  const row = await requestRow(given, additionalWorkId)
  expect(row.jobs.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
  const link = given.asCustomer({ customerId: sent.customer.id, visitId })
  await expect(
    answerAdditionalWork(link, {
      additionalWorkId,
      hash,
      answers: jobIds.map((jobId) => ({ jobId, approve: true })),
      signatureStrokes: SIGNATURE,
    }),
  ).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
  expect((await customerOrders(link, {}))[0]?.requests).toEqual([])
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { visitId, template: 'additional-work-withdrawn' } }),
  )
  expect(message.facts).toMatchObject({ what: '前制动片只剩 2 毫米' })
})

test('S3-49 S7-13 taken back for later, its lines are advised at the next visit with the reason', async () => {
  const given = await aDealership()
  const { additionalWorkId, vehicle } = await aSentRequest(given)
  await withdrawAdditionalWork(given.as('serviceAdviser'), {
    additionalWorkId,
    reason: '备件下周到',
    advise: true,
  })
  const before = await given.inside((tx) => declinedBefore(tx, vehicle.id, null))
  expect(before.map(({ reason }) => reason)).toEqual(['备件下周到', '备件下周到'])
})

test('S3-45 an answered request is not taken back, and nobody but an adviser may', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { additionalWorkId, hash, jobIds } = sent
  const take = (who: string) => withdrawAdditionalWork(given.as(who), { additionalWorkId, reason: 'x' })
  for (const who of ['technician', 'foreman', 'cashier', 'qcInspector', 'partsClerk'])
    await expect(take(who)).rejects.toMatchObject({ code: 'auth.forbidden' })
  const stranger = await aDealership()
  await expect(
    withdrawAdditionalWork(stranger.as('serviceAdviser'), { additionalWorkId, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  await answerAdditionalWork(given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }), {
    additionalWorkId,
    hash,
    answers: jobIds.map((jobId) => ({ jobId, approve: true })),
    signatureStrokes: SIGNATURE,
  })
  await expect(take('serviceAdviser')).rejects.toMatchObject({ code: 'status.not-from-here' })
})
