import { expect, test } from 'vitest'
import { openOrder } from '@/lib/orders/server/open-order'
import { addJob } from '@/lib/orders/server/add-job'
import { answerDiscount } from '@/lib/orders/server/answer-discount'
import { askDiscount } from '@/lib/orders/server/ask-discount'
import { changeJob } from '@/lib/orders/server/change-job'
import { chooseAlternative } from '@/lib/orders/server/choose-alternative'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { openDiscounts } from '@/lib/orders/server/discount-requests'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { giveDiscount } from '@/lib/orders/server/give-discount'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { presentOrder } from '@/lib/orders/server/present-order'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { removeJob } from '@/lib/orders/server/remove-job'
import { setLineAside } from '@/lib/orders/server/set-line-aside'
import { dropShare, shareLine } from '@/lib/orders/server/share-line'
import { signOrder } from '@/lib/orders/server/sign-order'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aPresentedOrder, aVisitAtDesk, operationId, packageId, SIGNATURE } from '../../support/orders' // prettier-ignore

const jobRow = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.job.findFirstOrThrow({ where: { id } }))

test('a line is shared between payers, the paper says who bears what, and a share can be taken back', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await shareLine(adviser, { jobId, payer: 'goodwill', payerReason: '老客户', shareBp: 5000 })
  await shareLine(adviser, { jobId, payer: 'goodwill', payerReason: '老客户', shareBp: 3000 })
  await shareLine(adviser, { jobId, payer: 'insurer', amountFen: 10_000 })
  const desk = await orderDesk(adviser, { orderId })
  expect(desk.byPayer.map(({ payer, totalFen }) => [payer, totalFen])).toEqual([
    ['customer', 51_100 - 15_330 - 10_000],
    ['insurer', 10_000],
    ['goodwill', 15_330],
  ])
  await estimateOrder(adviser, { orderId })
  const { content } = await printedOrder(adviser, { orderId })
  expect(content.payers).toHaveLength(3)
  expect(content.lines[0]?.shares?.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(51_100)
  await expect(shareLine(adviser, { jobId, payer: 'customer', shareBp: 100 })).rejects.toMatchObject({
    code: 'order.share-of-own-payer',
  })
  await expect(shareLine(adviser, { jobId, payer: 'warranty', shareBp: 9000 })).rejects.toMatchObject({
    code: 'order.shares-above-line',
  })
  await dropShare(adviser, { jobId, payer: 'insurer' })
  await expect(dropShare(adviser, { jobId, payer: 'insurer' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await changeJob(given.as('serviceManager'), { jobId, payer: 'goodwill', payerReason: '老客户' })
  expect((await orderDesk(adviser, { orderId })).byPayer.map(({ payer }) => payer)).toEqual(['goodwill'])
  await removeJob(adviser, { jobId })
  expect(await given.inside((tx) => tx.jobShare.count())).toBe(0)
})

test('good, better, best: one of three counts, and the customer picks another on the phone before signing', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId, visitId, customer } = await aDraftOrder(given)
  const offer = async (code: string) =>
    (await addJob(adviser, { orderId, alternativeTo: jobId, packageId: await packageId(given, code) })).jobId
  const [big, other] = [await offer('C'), await offer('T')]
  await expect(offer('F')).rejects.toMatchObject({ code: 'order.choice-full' })
  const desk = await orderDesk(adviser, { orderId })
  expect(desk.totals.totalFen).toBe(51_100)
  expect(desk.lines.map(({ id, rank, chosen }) => [id, rank, chosen])).toEqual([
    [jobId, expect.any(String), true],
    [big, 'best', false],
    [other, expect.any(String), false],
  ])
  const first = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  const phone = given.asCustomer({ customerId: customer.id, visitId })
  const [seen] = await customerOrders(phone, {})
  expect(seen?.choices[0]?.map(({ rank }) => rank)).toEqual(['good', 'better', 'best'])
  const { version } = await chooseAlternative(phone, { jobId: big })
  expect(version).toBe(2)
  const [after] = await customerOrders(phone, {})
  const content = after?.estimate?.content
  expect(content?.totals.totalFen).toBe(38_000 + 104_700)
  expect(content?.lines).toHaveLength(1)
  expect(content?.lines[0]?.alternatives).toHaveLength(3)
  const sign = (of: { version: number; hash: string }) =>
    signOrder(phone, { orderId, version: of.version, hash: of.hash, signatureStrokes: SIGNATURE })
  await expect(sign(first)).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
  await sign({ version: 2, hash: after?.estimate?.hash ?? '' })
  expect((await jobRow(given, big)).status).toBe('queued')
  expect((await jobRow(given, jobId)).status).toBe('cancelled')
  await expect(chooseAlternative(phone, { jobId })).rejects.toMatchObject({ code: 'order.not-a-choice' })
})

test('the last of several alternatives is an ordinary line again, and a removed choice gives way to another', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  const { jobId: other } = await addJob(adviser, {
    orderId,
    alternativeTo: jobId,
    operationId: await operationId(given, 'R104'),
  })
  await removeJob(adviser, { jobId })
  expect(await jobRow(given, other)).toMatchObject({ chosen: true, choiceId: null })
  await expect(chooseAlternative(adviser, { jobId: other })).rejects.toMatchObject({
    code: 'order.not-a-choice',
  })
  await expect(chooseAlternative(given.as('technician'), { jobId: other })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S3-49 declined and deferred are kept apart with reason and day, and offered at the next visit', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId, vehicle, visitId: first } = await aDraftOrder(given)
  const { jobId: tyre } = await addJob(adviser, { orderId, operationId: await operationId(given, 'R104') })
  await expect(setLineAside(adviser, { jobId, reason: '下次', until: '2026-11-23' })).rejects.toMatchObject({
    code: 'order.deferred-in-the-past',
  })
  await setLineAside(adviser, { jobId, reason: '等发薪', until: '2026-12-20' })
  await setLineAside(adviser, { jobId: tyre, reason: '在别处做' })
  expect((await orderDesk(adviser, { orderId })).totals.totalFen).toBe(0)
  const { visitId } = await aVisitAtDesk(given)
  await given.inside(async (tx) => {
    await tx.visit.updateMany({ where: { id: first }, data: { status: 'leftWithoutOrder' } })
    await tx.visit.updateMany({ where: { id: visitId }, data: { vehicleId: vehicle.id } })
  })
  const next = await openOrder(adviser, { visitId })
  const { declinedBefore } = await orderDesk(adviser, { orderId: next.id })
  expect(declinedBefore).toMatchObject([
    { jobId, deferredTo: '2026-12-20', reason: '等发薪', answeredAt: given.now },
    { jobId: tyre, deferredTo: null, reason: '在别处做' },
  ])
})

test('above one’s limit a discount is asked for with a reason; who may grants it, and it stands on the lines', async () => {
  const given = await aDealership()
  const [adviser, manager] = [given.as('serviceAdviser'), given.as('serviceManager')]
  const { orderId, jobId } = await aDraftOrder(given)
  const ask = (offBp: number) => askDiscount(adviser, { orderId, offBp, reason: '老客户' })
  await expect(askDiscount(adviser, { orderId, offBp: 2000 })).rejects.toMatchObject({ name: 'ZodError' })
  const { requestId: replaced } = await ask(1500)
  const { requestId } = await ask(2000)
  expect(await openDiscounts(manager, {})).toMatchObject([{ id: requestId, offBp: 2000, reason: '老客户' }])
  await expect(openDiscounts(adviser, {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  const grant = (id: string, on = true) => answerDiscount(manager, { requestId: id, grant: on, note: '可以' })
  await expect(answerDiscount(adviser, { requestId, grant: true })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(grant(replaced)).rejects.toMatchObject({ code: 'order.discount-not-asked' })
  await grant(requestId)
  expect((await jobRow(given, jobId)).discountFen).toBe(2400)
  await expect(grant(requestId)).rejects.toMatchObject({ code: 'order.discount-not-asked' })
  const { requestId: tooMuch } = await ask(5000)
  await expect(grant(tooMuch)).rejects.toMatchObject({ code: 'order.discount-above-limit' })
  await grant(tooMuch, false)
  const { discountRequests } = await orderDesk(adviser, { orderId })
  expect(discountRequests.map(({ status }) => status)).toEqual(['refused', 'granted'])
  const events = await given.inside((tx) =>
    tx.event.findMany({ where: { subjectId: orderId, name: { contains: 'Discount' } } }),
  )
  expect(events.map(({ name }) => name)).toContain('order.answerDiscount')
  await expect(giveDiscount(manager, { orderId, jobId, offBp: 3500 })).rejects.toMatchObject({
    facts: { limitPercent: 30 },
  })
})

test('nothing of an estimate is changed by other houses, nor while the customer has it in hand', async () => {
  const [given, other] = [await aDealership(), await aDealership()]
  const { orderId, jobId } = await aPresentedOrder(given)
  const adviser = given.as('serviceAdviser')
  const refused = { code: 'order.not-editable' }
  await expect(shareLine(adviser, { jobId, payer: 'insurer', shareBp: 1 })).rejects.toMatchObject(refused)
  await expect(setLineAside(adviser, { jobId, reason: 'x' })).rejects.toMatchObject(refused)
  await expect(askDiscount(adviser, { orderId, offBp: 1, reason: 'x' })).rejects.toMatchObject(refused)
  await expect(
    shareLine(other.as('serviceAdviser'), { jobId, payer: 'insurer', shareBp: 1 }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})
