import { expect, test } from 'vitest'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { priceInspected, waivePrice } from '@/lib/orders/server/price-inspected'
import { addJob } from '@/lib/orders/server/add-job'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { presentOrder } from '@/lib/orders/server/present-order'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { signOrder } from '@/lib/orders/server/sign-order'
import { withdrawAdditionalWork } from '@/lib/orders/server/withdraw-additional-work'
import { hoursAfter } from '@/lib/core/time'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, SIGNATURE } from '../../support/orders'
import { aReadyOrder } from '../../support/ready-order'

const draw = async (given: GivenDealership, orderId: string) => {
  await openHandOver(given.as('A1'), { orderId })
  return drawSettlement(given.as('A1'), { orderId })
}

test('S7-29 the bill follows the sharing of a line: each payer owes its part to the fen', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  const { dealershipId } = given
  await given.inside(async (tx) => {
    const { id: jobId } = await tx.job.findFirstOrThrow({ where: { orderId } })
    await tx.jobShare.create({ data: { dealershipId, jobId, payer: 'warranty', shareBp: 3333 } })
    await tx.jobShare.create({ data: { dealershipId, jobId, payer: 'goodwill', amountFen: 1 } })
  })
  const { settlementId, totalFen } = await draw(given, orderId)
  const { shares, content } = await given.inside(async (tx) => {
    const of = { where: { settlementId }, orderBy: { amountFen: 'desc' as const } }
    const drawn = await tx.settlement.findFirstOrThrow({ where: { id: settlementId } })
    return { shares: await tx.settlementShare.findMany(of), content: drawn.content as { lines: object[] } }
  })
  expect(totalFen).toBe(50_800)
  const warranty = Math.round((50_800 * 3333) / 10_000)
  expect(shares.map(({ payer, amountFen }) => [payer, amountFen])).toEqual([
    ['customer', 50_800 - warranty - 1],
    ['warranty', warranty],
    ['goodwill', 1],
  ])
  expect(content.lines[0]).toMatchObject({ shares: [{ payer: 'customer' }, { payer: 'warranty' }, {}] })
})

test('S3-05 nothing is charged for a line before it was priced and agreed again, or made free with a reason', async () => {
  const given = await aDealership()
  const { orderId } = await aReadyOrder(given)
  const jobId = await given.inside(async (tx) => {
    const { id } = await tx.job.findFirstOrThrow({ where: { orderId } })
    await tx.job.updateMany({ where: { id }, data: { priceAfterInspection: true } })
    return id
  })
  await expect(draw(given, orderId)).rejects.toMatchObject({ code: 'settlement.line-unpriced' })
  await expect(waivePrice(given.as('cashier'), { jobId, reason: 'x' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await waivePrice(given.as('A1'), { jobId, reason: '检查免费' })
  await expect(waivePrice(given.as('A1'), { jobId, reason: 'x' })).rejects.toMatchObject({
    code: 'order.line-has-price',
  })
  expect((await drawSettlement(given.as('A1'), { orderId })).totalFen).toBe(0)
})

test('S3-05 after the inspection the price goes to the customer as additional work, and again when that is taken back', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const line = { orderId, title: '异响，待查', diagnosis: true, priceAfterInspection: true, minutes: 30 }
  const { jobId } = await addJob(adviser, line)
  await expect(priceInspected(adviser, { jobId })).rejects.toMatchObject({ code: 'order.line-has-price' })
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE })
  const asked = async () =>
    (await orderDesk(adviser, { orderId })).lines.find(({ id }) => id === jobId)?.priceAsked
  const { additionalWorkId } = await priceInspected(adviser, { jobId })
  expect(await asked()).toBe(true)
  await expect(priceInspected(adviser, { jobId })).rejects.toMatchObject({ code: 'order.line-has-price' })
  await withdrawAdditionalWork(adviser, { additionalWorkId, reason: '误报' })
  expect(await asked()).toBe(false)
  const again = await priceInspected(adviser, { jobId })
  const words = { what: '下摆臂胶套', why: '开裂', whatIfNot: '异响', how: '更换' }
  const lines = [{ title: '更换胶套', minutes: 60, labourFen: 30_000 }]
  const priced = await priceAdditionalWork(adviser, {
    additionalWorkId: again.additionalWorkId,
    ...words,
    newPromisedAt: hoursAfter(given.now, 6),
    lines,
  })
  expect(priced.revision).toBe(1)
})
