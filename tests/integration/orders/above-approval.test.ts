import { expect, test } from 'vitest'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { decideWarranty } from '@/lib/orders/server/decide-warranty'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { shareLine } from '@/lib/orders/server/share-line'
import { signOrder } from '@/lib/orders/server/sign-order'
import { judgeComeback } from '@/lib/quality/server/judge-comeback'
import type { Prisma } from '@/lib/server/db'
import { stopOrder } from '@/lib/workshop/server/stop-order'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aPresentedOrder, aSentRequest, aSignedOrder, SIGNATURE } from '../../support/orders'

const above = /more than was approved/
const row = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.job.findFirstOrThrow({ where: { id }, include: { jobShares: true } }))
const set = (given: GivenDealership, id: string, data: Prisma.JobUncheckedUpdateManyInput) =>
  given.inside((tx) => tx.job.updateMany({ where: { id }, data }))
const status = async (given: GivenDealership, id: string) =>
  (await given.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id } }))).status

async function comeback(given: GivenDealership, orderId: string) {
  const earlier = await aSignedOrder(given)
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: orderId }, data: { comebackOfId: earlier.orderId } }),
  )
}

test('S3-48 a fixed estimate whose payers are judged anew is taken back: the customer signs what is charged', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const manager = given.as('serviceManager')
  const { orderId, jobId } = await aDraftOrder(given)
  await comeback(given, orderId)
  await judgeComeback(manager, { orderId, cause: '装配', ourFault: 'yes' })
  expect(await row(given, jobId)).toMatchObject({ payer: 'internal' })
  await estimateOrder(adviser, { orderId })
  await judgeComeback(manager, { orderId, cause: '新故障', ourFault: 'no' })
  expect(await row(given, jobId)).toMatchObject({ payer: 'customer' })
  expect(await status(given, orderId)).toBe('draft')
  await expect(presentOrder(adviser, { orderId })).rejects.toMatchObject({ code: 'status.not-from-here' })
  await estimateOrder(adviser, { orderId })
  expect((await printedOrder(adviser, { orderId })).content.payers).toBeUndefined()
})

test('S3-48 a signature stands only on prices and payers that are still those of the lines', async () => {
  const given = await aDealership()
  const { orderId, jobId, version, hash } = await aPresentedOrder(given)
  const sign = () =>
    signOrder(given.as('serviceAdviser'), { orderId, version, hash, signatureStrokes: SIGNATURE })
  for (const [changed, back] of [
    [{ labourFen: 12_001 }, { labourFen: 12_000 }],
    [{ payer: 'goodwill' }, { payer: 'customer' }],
  ] as const) {
    await set(given, jobId, changed)
    await expect(sign()).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
    await set(given, jobId, back)
  }
  await sign()
  expect(await row(given, jobId)).toMatchObject({ status: 'queued' })
})

test('S6-19 our fault: the customer’s share of a line is ours too, and what lies before the customer stays as it was asked', async () => {
  const given = await aDealership()
  const { orderId, jobId } = await aDraftOrder(given)
  await comeback(given, orderId)
  await set(given, jobId, { payer: 'warranty' })
  await shareLine(given.as('serviceAdviser'), { jobId, payer: 'customer', shareBp: 5000 })
  await judgeComeback(given.as('serviceManager'), { orderId, cause: '装配', ourFault: 'yes' })
  expect(await row(given, jobId)).toMatchObject({ payer: 'warranty', jobShares: [{ payer: 'internal' }] })

  const sent = await aSentRequest(given)
  await comeback(given, sent.orderId)
  await judgeComeback(given.as('serviceManager'), {
    orderId: sent.orderId,
    cause: '装配',
    ourFault: 'yes',
  })
  expect(await row(given, sent.jobId)).toMatchObject({ payer: 'internal' })
  expect(await row(given, sent.jobIds[0]!)).toMatchObject({ payer: 'customer', status: 'proposed' })
})

test('S7-29 waived, the customer pays no share of what was done either', async () => {
  const given = await aDealership()
  const { orderId, jobId } = await aDraftOrder(given)
  const adviser = given.as('serviceAdviser')
  await set(given, jobId, { payer: 'insurer' })
  await shareLine(adviser, { jobId, payer: 'customer', shareBp: 5000 })
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE })
  await set(given, jobId, { status: 'done', doneAt: given.now })
  await stopOrder(given.as('serviceManager'), { orderId, reason: '客户撤回', work: 'waive' })
  await openHandOver(given.as('A1'), { orderId })
  await drawSettlement(given.as('A1'), { orderId })
  const shares = await given.inside((tx) =>
    tx.settlementShare.findMany({ where: { settlement: { orderId } }, orderBy: { payer: 'asc' } }),
  )
  expect(shares.map(({ payer }) => payer).sort()).toEqual(['goodwill', 'insurer'])
})

test('S3-48 after the approval no change of a share makes the line dearer for the customer', async () => {
  const given = await aDealership()
  const { jobId, orderId } = await aSignedOrder(given)
  const { dealershipId } = given
  const share = (data: { payer: 'customer' | 'warranty' | 'goodwill'; shareBp: number }) =>
    given.inside((tx) => tx.jobShare.create({ data: { dealershipId, jobId, ...data } }))
  const change = (payer: 'customer' | 'warranty', data: Prisma.JobShareUncheckedUpdateManyInput) =>
    given.inside((tx) => tx.jobShare.updateMany({ where: { jobId, payer }, data }))
  const drop = (payer: 'customer' | 'warranty') =>
    given.inside((tx) => tx.jobShare.deleteMany({ where: { jobId, payer } }))
  await share({ payer: 'warranty', shareBp: 5000 })
  await change('warranty', { shareBp: 6000 })
  await expect(change('warranty', { shareBp: 4000 })).rejects.toThrow(above)
  await expect(change('warranty', { payer: 'customer' })).rejects.toThrow(above)
  await expect(drop('warranty')).rejects.toThrow(above)
  await set(given, jobId, { payer: 'insurer' })
  await expect(share({ payer: 'customer', shareBp: 100 })).rejects.toThrow(above)
  await drop('warranty')
  expect(await status(given, orderId)).toBe('queued')
})

test('S3-48 a part moved to an approved line, a price put to one agreed without, and a line put into an answered request are refused', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { dealershipId } = given
  await answerAdditionalWork(given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }), {
    additionalWorkId: sent.additionalWorkId,
    hash: sent.hash,
    answers: sent.jobIds.map((jobId) => ({ jobId, approve: true })),
    signatureStrokes: SIGNATURE,
  })
  const draft = await aDraftOrder(given)
  await expect(
    given.inside((tx) =>
      tx.jobPart.updateMany({ where: { jobId: draft.jobId }, data: { jobId: sent.jobId } }),
    ),
  ).rejects.toThrow(above)
  const { id: _id, jobShares: _shares, ...line } = await row(given, sent.jobIds[0]!)
  await expect(
    given.inside((tx) =>
      tx.job.create({ data: { ...line, position: 99, status: 'proposed', approvalId: null, labourFen: 1 } }),
    ),
  ).rejects.toThrow(/was answered/)

  const later = await aDraftOrder(given)
  await set(given, later.jobId, { priceAfterInspection: true })
  const adviser = given.as('serviceAdviser')
  const { version, hash } = await estimateOrder(adviser, { orderId: later.orderId })
  await presentOrder(adviser, { orderId: later.orderId })
  await signOrder(adviser, { orderId: later.orderId, version, hash, signatureStrokes: SIGNATURE })
  await expect(set(given, later.jobId, { priceAfterInspection: false })).rejects.toThrow(above)
  expect(await given.inside((tx) => tx.job.count({ where: { dealershipId, id: later.jobId } }))).toBe(1)
})

test('S2-58 what falls inside the warranty while the customer reads is not charged once signed; a fixed estimate is taken back', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId, version, hash } = await aPresentedOrder(given)
  await decideWarranty(adviser, { jobId, decision: 'inside', reason: '质保期内' })
  expect(await row(given, jobId)).toMatchObject({ payer: 'customer' })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE })
  expect(await row(given, jobId)).toMatchObject({ payer: 'warranty', status: 'queued' })

  const fixed = await aDraftOrder(given)
  await estimateOrder(adviser, { orderId: fixed.orderId })
  await decideWarranty(adviser, { jobId: fixed.jobId, decision: 'inside', reason: '质保期内' })
  expect(await row(given, fixed.jobId)).toMatchObject({ payer: 'warranty' })
  expect(await status(given, fixed.orderId)).toBe('draft')
})

test('S2-58 a payer who takes the whole line by the decision has no share of it beside', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { jobId } = await aDraftOrder(given)
  await shareLine(adviser, { jobId, payer: 'warranty', shareBp: 5000 })
  await decideWarranty(adviser, { jobId, decision: 'inside', reason: '质保期内' })
  expect(await row(given, jobId)).toMatchObject({ payer: 'warranty', jobShares: [] })
})
