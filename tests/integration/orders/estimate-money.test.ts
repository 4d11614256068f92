import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { adviserSuggestions } from '@/lib/kpi/server/adviser-suggestions'
import { addJob } from '@/lib/orders/server/add-job'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { proveApproval, sendApprovalCode } from '@/lib/orders/server/approval-code'
import { changeJob } from '@/lib/orders/server/change-job'
import { chooseAlternative } from '@/lib/orders/server/choose-alternative'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { giveDiscount } from '@/lib/orders/server/give-discount'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderSummary } from '@/lib/orders/server/order-pages'
import { presentOrder } from '@/lib/orders/server/present-order'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { setLineAside } from '@/lib/orders/server/set-line-aside'
import { shareLine } from '@/lib/orders/server/share-line'
import { signOrder } from '@/lib/orders/server/sign-order'
import { dispatchSheet } from '@/lib/workshop/server/dispatch-sheet'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, agreeTerms, aSentRequest, packageId, SIGNATURE } from '../../support/orders'

const row = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.job.findFirstOrThrow({ where: { id } }))
const wholeYes = (given: GivenDealership, sent: Awaited<ReturnType<typeof aSentRequest>>, over = {}) =>
  answerAdditionalWork(given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }), {
    additionalWorkId: sent.additionalWorkId,
    hash: sent.hash,
    answers: sent.jobIds.map((jobId) => ({ jobId, approve: true })),
    signatureStrokes: SIGNATURE,
    ...over,
  })

test('the house bears a line only with a reason, and a decision of the warranty is never typed into a line', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  const missing = { code: 'order.payer-reason-missing' }
  for (const payer of ['goodwill', 'internal'] as const) {
    await expect(changeJob(adviser, { jobId, payer })).rejects.toMatchObject(missing)
    await expect(shareLine(adviser, { jobId, payer, shareBp: 5000 })).rejects.toMatchObject(missing)
    await expect(addJob(adviser, { orderId, title: '抛光', labourFen: 100, payer })).rejects.toMatchObject(
      missing,
    )
  }
  await changeJob(given.as('serviceManager'), {
    jobId,
    payer: 'goodwill',
    payerReason: '投诉处理',
    warranty: 'approved',
  })
  expect(await row(given, jobId)).toMatchObject({ payer: 'goodwill', warranty: 'notApplicable', reason: '' })
  await changeJob(adviser, { jobId, payer: 'goodwill', whatIfNot: '' })
  const event = await given.inside((tx) =>
    tx.event.findFirstOrThrow({
      where: { name: 'order.edit', facts: { path: ['payerReason'], equals: '投诉处理' } },
    }),
  )
  expect(event.facts).toMatchObject({ payer: 'goodwill' })
})

test('above her limit an adviser cannot let the house bear a line, by no way; who leads can, and on the house’s own order she can', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const sent = await aSentRequest(given)
  const { orderId, jobId } = await aDraftOrder(given)
  const why = { payerReason: '老客户' }
  const above = { code: 'order.goodwill-above-limit', facts: { limitPercent: 50 } }
  const newPromisedAt = sent.newPromisedAt
  const ask = (line: object) =>
    priceAdditionalWork(adviser, {
      ...{ additionalWorkId: sent.additionalWorkId, newPromisedAt },
      ...{ what: '水泵', why: '漏水', whatIfNot: '过热', how: '更换' },
      lines: [{ title: '更换水泵', labourFen: 60_000, ...line }],
    })
  await shareLine(adviser, { jobId, payer: 'goodwill', ...why, shareBp: 3000 })
  for (const one of [
    () => changeJob(adviser, { jobId, payer: 'goodwill', ...why }),
    () => addJob(adviser, { orderId, title: '抛光', labourFen: 100, payer: 'internal', ...why }),
    () => shareLine(adviser, { jobId, payer: 'internal', ...why, shareBp: 2001 }),
    () => shareLine(adviser, { jobId, payer: 'goodwill', ...why, amountFen: 25_551 }),
    () => ask({ payer: 'goodwill', ...why }),
    () => ask({ shares: [{ payer: 'goodwill', ...why, amountFen: 30_001 }] }),
  ])
    await expect(one()).rejects.toMatchObject(above)
  await ask({ shares: [{ payer: 'goodwill', ...why, amountFen: 30_000 }] })
  await shareLine(adviser, { jobId, payer: 'internal', ...why, shareBp: 2000 })
  await changeJob(given.as('serviceManager'), { jobId, payer: 'goodwill', ...why })
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: orderId }, data: { type: 'internal' } }),
  )
  await addJob(adviser, { orderId, title: '抛光', labourFen: 100, payer: 'internal', ...why })
})

test('S3-49 the chosen one of three alternatives is set aside: another counts', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  const others = []
  for (const labourFen of [60_000, 70_000])
    others.push(
      await addJob(adviser, { orderId, title: '更好', minutes: 30, labourFen, alternativeTo: jobId }),
    )
  await setLineAside(adviser, { jobId, reason: '太贵' })
  expect(await row(given, others[0]!.jobId)).toMatchObject({ chosen: true })
  expect((await orderDesk(adviser, { orderId })).totals.totalFen).toBe(60_000)
})

test('S3-05 an alternative without a price cannot be chosen from the paper', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId, customer, visitId } = await aDraftOrder(given)
  const empty = await addJob(adviser, { orderId, title: '另一种', alternativeTo: jobId })
  await agreeTerms(given, orderId)
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  const phone = given.asCustomer({ customerId: customer.id, visitId })
  await expect(chooseAlternative(phone, { jobId: empty.jobId })).rejects.toMatchObject({
    code: 'order.line-without-price',
  })
  await signOrder(phone, { orderId, version, hash, signatureStrokes: SIGNATURE })
})

test('S3-48 work approved later never brings the promised time forward', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given, { newPromisedAt: hoursAfter(given.now, 2) })
  const promised = () =>
    given.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id: sent.orderId } }))
  const before = await promised()
  await wholeYes(given, sent)
  expect(await promised()).toMatchObject({ promisedAt: before.promisedAt, promisedTo: before.promisedTo })
})

test('a one-time code proves one revision of one request, and no booking', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  await changeSetting(given.as('serviceManager'), { key: 'order.approvalCodeFromFen', text: '0.01' })
  const me = given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId })
  const { additionalWorkId } = sent
  await sendApprovalCode(me, { additionalWorkId })
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { template: 'phone-code' } }),
  )
  const { code } = message.facts as { code: string }
  const { proof } = await proveApproval(me, { additionalWorkId, code })
  await priceAdditionalWork(given.as('serviceAdviser'), {
    additionalWorkId,
    what: '前制动片',
    why: '低于限值',
    whatIfNot: '制动失效',
    how: '更换',
    newPromisedAt: sent.newPromisedAt,
    lines: [{ packageId: await packageId(given, 'F') }],
  })
  const { hash } = await sendAdditionalWork(given.as('serviceAdviser'), { additionalWorkId })
  const jobIds = await given.inside(async (tx) =>
    (await tx.job.findMany({ where: { additionalWorkId } })).map(({ id }) => id),
  )
  await expect(wholeYes(given, { ...sent, hash, jobIds }, { proof })).rejects.toMatchObject({
    code: 'appointment.phone-not-proven',
  })
})

test('S3-05 parts of a line without a price are worth nothing on sheets, in figures and to other systems', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const { jobId } = await addJob(adviser, {
    orderId,
    title: '异响',
    priceAfterInspection: true,
    minutes: 30,
    suggested: true,
    reason: '试车可闻',
    parts: [{ name: '胶套', quantityMilli: 1000, unitPriceFen: 9900 }],
  })
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE })
  expect(await adviserSuggestions(given.as('serviceManager'), {})).toMatchObject([
    { accepted: 1, acceptedFen: 0 },
  ])
  const sheet = await dispatchSheet(adviser, { orderId })
  expect(sheet.jobs.find(({ id }) => id === jobId)).toMatchObject({ partsFen: 0, labourFen: 0 })
  const summary = await orderSummary(adviser, { id: orderId })
  expect(summary.jobs.find(({ id }) => id === jobId)).toMatchObject({
    priceAfterInspection: true,
    totalFen: 0,
    parts: [{ discountFen: 0 }],
  })
})

test('a discount keeps its share when the labour of its line becomes cheaper', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const { jobId } = await addJob(adviser, { orderId, title: '抛光', labourFen: 20_000 })
  await giveDiscount(adviser, { orderId, jobId, offBp: 1000 })
  await changeJob(adviser, { jobId, labourFen: 1505 })
  expect(await row(given, jobId)).toMatchObject({ labourFen: 1505, discountFen: 150 })
})

test('S3-39 the audit asks no price of an alternative that nobody chose', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await addJob(adviser, { orderId, title: '另一种', alternativeTo: jobId })
  const { later, missing } = await orderAudit(adviser, { orderId })
  expect([...later, ...missing]).not.toContain('prices')
})
