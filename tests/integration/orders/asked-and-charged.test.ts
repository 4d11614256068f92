import { expect, test } from 'vitest'
import { documentHash } from '@/lib/server/hash'
import { hoursAfter } from '@/lib/core/time'
import { signedRequest } from '@/lib/documents/server/additional-work-sheet'
import { addJob } from '@/lib/orders/server/add-job'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { askDiscount } from '@/lib/orders/server/ask-discount'
import { changeJob } from '@/lib/orders/server/change-job'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { decideWarranty } from '@/lib/orders/server/decide-warranty'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { orderList } from '@/lib/orders/server/order-list'
import { orderMargin } from '@/lib/orders/server/order-margin'
import { presentOrder } from '@/lib/orders/server/present-order'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { priceInspected, waivePrice } from '@/lib/orders/server/price-inspected'
import { removeJob } from '@/lib/orders/server/remove-job'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { shareLine } from '@/lib/orders/server/share-line'
import { signOrder } from '@/lib/orders/server/sign-order'
import { cancelJob } from '@/lib/workshop/server/cancel-job'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aSentRequest, aSignedOrder, SIGNATURE } from '../../support/orders'

const row = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.job.findFirstOrThrow({ where: { id }, include: { jobShares: { orderBy: { payer: 'asc' } } } }),
  )
const words = { what: '下摆臂胶套', why: '开裂', whatIfNot: '异响', how: '更换' }

/** A signed order with a line whose price, found at the inspection, lies before the customer. */
async function aPriceAsked(given: GivenDealership) {
  const adviser = given.as('serviceAdviser')
  const { orderId, visitId, customer } = await aDraftOrder(given)
  const unpriced = { title: '异响，待查', diagnosis: true, priceAfterInspection: true, minutes: 30 }
  const { jobId } = await addJob(adviser, { orderId, ...unpriced })
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE })
  const { additionalWorkId } = await priceInspected(adviser, { jobId })
  const lines = [{ title: '更换胶套', minutes: 60, labourFen: 30_000 }]
  const newPromisedAt = hoursAfter(given.now, 6)
  await priceAdditionalWork(adviser, { additionalWorkId, ...words, newPromisedAt, lines })
  const asked = await sendAdditionalWork(adviser, { additionalWorkId })
  return { jobId, orderId, visitId, customer, additionalWorkId, hash: asked.hash }
}

test.each([
  ['made free', waivePrice, {}],
  ['taken off', cancelJob, { consent: '电话同意' }],
] as const)(
  'S3-05 S3-48 with a line that is %s the open request for its price is taken back: no later yes charges for it',
  async (_what, command, more) => {
    const given = await aDealership()
    const asked = await aPriceAsked(given)
    const { jobId, additionalWorkId, hash } = asked
    await command(given.as('serviceAdviser'), { jobId, reason: '检查无异常', ...more })
    const request = await given.inside((tx) =>
      tx.additionalWork.findFirstOrThrow({ where: { id: additionalWorkId }, include: { jobs: true } }),
    )
    expect(request).toMatchObject({ status: 'withdrawn', jobs: [{ status: 'cancelled' }] })
    const me = given.asCustomer({ customerId: asked.customer.id, visitId: asked.visitId })
    const answers = request.jobs.map(({ id }) => ({ jobId: id, approve: true }))
    await expect(
      answerAdditionalWork(me, { additionalWorkId, hash, answers, signatureStrokes: SIGNATURE }),
    ).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
    const told = { template: 'additional-work-withdrawn' }
    expect(await given.inside((tx) => tx.outboxMessage.count({ where: told }))).toBe(1)
  },
)

test('S2-58 S3-48 what the warranty takes over while the customer has it in hand is not charged by the yes, and the paper stays as it was asked', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { additionalWorkId, hash, jobIds } = sent
  const [jobId] = jobIds as [string]
  await decideWarranty(given.as('serviceAdviser'), { jobId, decision: 'inside', reason: '质保期内' })
  expect(await row(given, jobId)).toMatchObject({ warranty: 'inside', payer: 'customer' })
  const me = given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId })
  const answers = jobIds.map((id) => ({ jobId: id, approve: true }))
  await answerAdditionalWork(me, { additionalWorkId, hash, answers, signatureStrokes: SIGNATURE })
  expect(await row(given, jobId)).toMatchObject({ status: 'queued', payer: 'warranty' })
  expect(await row(given, jobIds[1]!)).toMatchObject({ status: 'queued', payer: 'customer' })
  const { content } = await given.inside((tx) => signedRequest(tx, given.dealershipId, additionalWorkId))
  expect(documentHash(content)).toBe(hash)
})

test('S2-58 outside the warranty moves only what the warranty bore; inside, it bears the whole line', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { jobId } = await aDraftOrder(given)
  const decide = (decision: 'inside' | 'outside') =>
    decideWarranty(adviser, { jobId, decision, reason: '说明' })
  await changeJob(given.as('serviceManager'), { jobId, payer: 'goodwill', payerReason: '老客户' })
  await shareLine(adviser, { jobId, payer: 'warranty', shareBp: 3000 })
  await decide('outside')
  expect(await row(given, jobId)).toMatchObject({
    payer: 'goodwill',
    jobShares: [{ payer: 'customer', shareBp: 3000 }],
  })
  await changeJob(adviser, { jobId, payer: 'insurer' })
  await decide('inside')
  expect(await row(given, jobId)).toMatchObject({ payer: 'warranty', jobShares: [] })
  await shareLine(adviser, { jobId, payer: 'customer', shareBp: 5000 })
  await decide('outside')
  expect(await row(given, jobId)).toMatchObject({ payer: 'customer', jobShares: [] })
})

test('S3-45 the customer’s browser is given what the customer may read of a request, and nothing else', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const me = given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId })
  const [order] = await customerOrders(me, {})
  const [request] = order!.requests
  expect(Object.keys(request!).sort()).toEqual(
    ['answeredAt', 'contentHash', 'delayMinutes', 'how', 'id', 'lines', 'newPromisedAt', 'photoFileIds', 'revision', 'safety', 'signed', 'status', 'what', 'whatIfNot', 'why'],
  ) // prettier-ignore
  expect(Object.keys(request!.lines[0]!).sort()).toEqual(
    ['declineReason', 'discountFen', 'jobId', 'labourFen', 'partsFen', 'payer', 'shares', 'status', 'title', 'titleEn', 'totalFen'],
  ) // prettier-ignore
})

test('S3-48 PostgreSQL lets no line, part or share leave what the customer has in hand, nor an approved line', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const [first, second] = sent.jobIds as [string, string]
  const inHand = /has this request in hand/
  const elsewhere = await aDraftOrder(given)
  const part = await given.inside((tx) => tx.jobPart.findFirstOrThrow({ where: { jobId: second } }))
  const tries = [
    () => given.inside((tx) => tx.job.deleteMany({ where: { id: first } })),
    () => given.inside((tx) => tx.job.updateMany({ where: { id: first }, data: { additionalWorkId: null } })),
    () =>
      given.inside((tx) =>
        tx.job.updateMany({ where: { id: sent.jobId }, data: { additionalWorkId: sent.additionalWorkId } }),
      ),
    () => given.inside((tx) => tx.jobPart.deleteMany({ where: { id: part.id } })),
    () =>
      given.inside((tx) =>
        tx.jobPart.updateMany({ where: { id: part.id }, data: { jobId: elsewhere.jobId } }),
      ),
  ]
  for (const one of tries) await expect(one()).rejects.toThrow(inHand)
  const signed = await aSignedOrder(given)
  await expect(
    given.inside(async (tx) => {
      await tx.jobPart.deleteMany({ where: { jobId: signed.jobId } })
      await tx.job.deleteMany({ where: { id: signed.jobId } })
    }),
  ).rejects.toThrow(/approved line stays/)
})

test('S3-48 an answer counts only while the lines cost what was asked', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { additionalWorkId, hash, jobIds } = sent
  await given.inside(async (tx) => {
    const request = await tx.additionalWork.findFirstOrThrow({ where: { id: additionalWorkId } })
    const content = JSON.parse(JSON.stringify(request.content)) as { lines: { totalFen: number }[] }
    content.lines[0]!.totalFen -= 1
    await tx.additionalWork.updateMany({ where: { id: additionalWorkId }, data: { content } })
  })
  const me = given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId })
  const answers = jobIds.map((jobId) => ({ jobId, approve: true }))
  await expect(
    answerAdditionalWork(me, { additionalWorkId, hash, answers, signatureStrokes: SIGNATURE }),
  ).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
})

test('a line that leaves the draft takes the wish for its discount along', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await askDiscount(adviser, { orderId, jobId, offBp: 3000, reason: '老客户' })
  await addJob(adviser, { orderId, title: '检查', minutes: 30 })
  await removeJob(adviser, { jobId })
  expect(await given.inside((tx) => tx.discountRequest.count({ where: { orderId } }))).toBe(0)
})

test('S3-05 goodwill is no income, and the list counts no labour that has no price yet', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  const margin = async () => (await orderMargin(given.as('serviceManager'), { orderId })).total.netFen
  const whole = await margin()
  expect(whole).toBeGreaterThan(0)
  await shareLine(adviser, { jobId, payer: 'goodwill', payerReason: '老客户', shareBp: 5000 })
  expect(Math.abs((await margin()) - whole / 2)).toBeLessThanOrEqual(1)
  await changeJob(given.as('serviceManager'), { jobId, payer: 'internal', payerReason: '试驾车' })
  expect(await margin()).toBe(0)

  const before = await orderList(adviser, {})
  await given.inside((tx) =>
    tx.job.create({
      data: {
        dealershipId: given.dealershipId,
        orderId,
        position: 9,
        kind: 'repair',
        title: '待查',
        minutes: 30,
        labourFen: 9000,
        priceAfterInspection: true,
      },
    }),
  )
  const total = ({ orders }: typeof before) => orders.find(({ id }) => id === orderId)?.totalFen
  expect(total(await orderList(adviser, {}))).toBe(total(before))
})
