import { expect, test } from 'vitest'
import { openOrder } from '@/lib/orders/server/open-order'
import { hoursAfter } from '@/lib/core/time'
import { addJob } from '@/lib/orders/server/add-job'
import { answerDiscount } from '@/lib/orders/server/answer-discount'
import { askDiscount } from '@/lib/orders/server/ask-discount'
import { changeJob } from '@/lib/orders/server/change-job'
import { chooseAlternative } from '@/lib/orders/server/choose-alternative'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { openDiscounts } from '@/lib/orders/server/discount-requests'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { findParts } from '@/lib/orders/server/find-parts'
import { giveDiscount } from '@/lib/orders/server/give-discount'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderMargin } from '@/lib/orders/server/order-margin'
import { presentOrder } from '@/lib/orders/server/present-order'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { removeJob } from '@/lib/orders/server/remove-job'
import { setLineAside } from '@/lib/orders/server/set-line-aside'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { dropShare, shareLine } from '@/lib/orders/server/share-line'
import { signOrder } from '@/lib/orders/server/sign-order'
import { menu } from '@/lib/catalogue/server/menu'
import { inspectionSheet } from '@/lib/documents/server/inspection-sheet'
import { adviserSuggestions } from '@/lib/kpi/server/adviser-suggestions'
import { savePart } from '@/lib/catalogue/server/save-part'
import { aDealership, type GivenDealership } from '../../support/given'
import {
  aDraftOrder, aPresentedOrder, aVisitAtDesk, operationId, packageId, SIGNATURE,
} from '../../support/orders' // prettier-ignore

const jobRow = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.job.findFirstOrThrow({ where: { id } }))
const setting = (given: GivenDealership, key: string, value: number) =>
  given.inside((tx) =>
    tx.setting.create({ data: { dealershipId: given.dealershipId, key, value, changedAt: given.now } }),
  )

test('a line is shared between payers, the paper says who bears what, and a share can be taken back', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await shareLine(adviser, { jobId, payer: 'goodwill', shareBp: 5000 })
  await shareLine(adviser, { jobId, payer: 'goodwill', shareBp: 3000 })
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
  await changeJob(adviser, { jobId, payer: 'goodwill' })
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

test('S3-05 a line without a price is not summed, and gets one at the desk before the signature', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const { jobId } = await addJob(adviser, { orderId, title: '异响', priceAfterInspection: true, minutes: 30 })
  await given.inside((tx) =>
    tx.jobPart.create({
      data: {
        dealershipId: given.dealershipId,
        jobId,
        name: '胶套',
        quantityMilli: 1000,
        unitPriceFen: 9900,
      },
    }),
  )
  expect(await orderDesk(adviser, { orderId })).toMatchObject({ unpriced: 1, totals: { totalFen: 51_100 } })
  await changeJob(adviser, { jobId, labourFen: 20_000 })
  expect(await orderDesk(adviser, { orderId })).toMatchObject({
    unpriced: 0,
    totals: { totalFen: 51_100 + 29_900 },
  })
})

test('X-PRT-18 parts are found by pinyin and initials with the days until they come', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const part = { no: 'PY1', name: '节气门体', unit: '件', origin: 'original', leadDays: 3 }
  await savePart(given.as('partsClerk'), part)
  for (const q of ['jieqimenti', 'jqmt', 'jie qi', 'JQM'])
    expect(await findParts(adviser, { q })).toMatchObject([{ no: 'PY1', leadDays: 3, priceFen: null }])
})

test('the margin of an order is for those who lead, and unknown while the cost of a part is', async () => {
  const given = await aDealership()
  const { orderId, jobId } = await aDraftOrder(given)
  const manager = given.as('serviceManager')
  expect((await orderMargin(manager, { orderId })).total.marginFen).toBeNull()
  await setting(given, 'cost.juniorHourFen', 6000)
  await given.inside(async (tx) => {
    const parts = await tx.jobPart.findMany({ where: { jobId } })
    const { dealershipId } = given
    for (const { partId: id } of parts)
      await tx.stockMove.create({
        data: {
          dealershipId,
          partId: id!,
          kind: 'goodsIn',
          quantityMilli: 1,
          unitCostFen: 1000,
          at: given.now,
        },
      })
  })
  const { lines, total, hasRates } = await orderMargin(manager, { orderId })
  expect(hasRates).toBe(true)
  expect(lines[0]).toMatchObject({ netFen: 51_100 - 5879, labourFen: 6000 })
  expect(total.marginFen).toBe(total.netFen - (total.partsFen ?? 0) - 6000)
  for (const who of ['serviceAdviser', 'technician', 'cashier', 'partsClerk'])
    await expect(orderMargin(given.as(who), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
  expect(JSON.stringify(await orderDesk(given.as('serviceAdviser'), { orderId }))).not.toMatch(
    /margin|costFen/i,
  )
})

test('S3-06 a missing part moves the promise to the day it comes; a time before the one worked out needs a reason', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  const oil = await given.inside((tx) =>
    tx.jobPart.findFirstOrThrow({ where: { jobId, partId: { not: null } } }),
  )
  await given.inside((tx) =>
    tx.stockItem.updateMany({ where: { partId: oil.partId! }, data: { onHandMilli: 0 } }),
  )
  const { suggestion } = await orderDesk(adviser, { orderId })
  expect(suggestion).toMatchObject({ partsOn: '2026-11-25', waitMinutes: expect.any(Number) })
  expect(suggestion?.from?.toISOString().slice(0, 10)).toBe('2026-11-25')
  const early = { orderId, promisedAt: hoursAfter(given.now, 5), suggestedAt: suggestion?.from }
  await expect(setOrderTerms(adviser, early)).rejects.toMatchObject({ code: 'order.promise-reason-missing' })
  await setOrderTerms(adviser, { ...early, promiseReason: '借用备件' })
  expect(await orderDesk(adviser, { orderId })).toMatchObject({ promiseReason: '借用备件' })
})

test('nothing of an estimate is changed by other houses, nor while the customer has it in hand', async () => {
  const [given, other] = [await aDealership(), await aDealership()]
  const { orderId, jobId } = await aPresentedOrder(given)
  const adviser = given.as('serviceAdviser')
  const refused = { code: 'order.not-editable' }
  await expect(shareLine(adviser, { jobId, payer: 'internal', shareBp: 1 })).rejects.toMatchObject(refused)
  await expect(setLineAside(adviser, { jobId, reason: 'x' })).rejects.toMatchObject(refused)
  await expect(askDiscount(adviser, { orderId, offBp: 1, reason: 'x' })).rejects.toMatchObject(refused)
  await expect(
    shareLine(other.as('serviceAdviser'), { jobId, payer: 'internal', shareBp: 1 }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})

test('S3-11 S3-17 a recommended line carries its reason to the paper, and the inspection report says what if not', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const line = { orderId, title: '更换制动液', labourFen: 20_000, minutes: 30, suggested: true }
  await expect(addJob(adviser, line)).rejects.toMatchObject({ name: 'ZodError' })
  const { jobId } = await addJob(adviser, { ...line, reason: '含水量 4%', whatIfNot: '制动距离变长' })
  const { jobId: plain } = await addJob(adviser, { orderId, title: '检查', labourFen: 100, minutes: 10 })
  await expect(changeJob(adviser, { jobId: plain, suggested: true })).rejects.toMatchObject({
    code: 'order.suggestion-without-reason',
  })
  await removeJob(adviser, { jobId: plain })
  await changeJob(adviser, { jobId, suggested: 'on' })
  await estimateOrder(adviser, { orderId })
  const { content } = await printedOrder(adviser, { orderId })
  expect(content.lines[1]).toMatchObject({ suggested: true, reason: '含水量 4%' })
  const { paper } = await inspectionSheet(adviser, { id: orderId })
  const told = paper.blocks.find((block) => block.kind === 'table' && block.columns.length === 4)
  expect(told).toMatchObject({
    rows: [
      {},
      {
        cells: [
          { text: '含水量 4%' },
          { text: '制动距离变长' },
          { text: '更换制动液' },
          { text: expect.stringContaining('200') },
        ],
      },
    ],
  })
})

test('S3-21 suggestions offered, accepted, declined and put off are counted per adviser', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const suggest = async (title: string) =>
    (
      await addJob(adviser, {
        orderId,
        title,
        labourFen: 10_000,
        minutes: 30,
        suggested: true,
        reason: '磨损',
      })
    ).jobId
  const [, declined, deferred] = [await suggest('甲'), await suggest('乙'), await suggest('丙')]
  await setLineAside(adviser, { jobId: declined!, reason: '太贵' })
  await setLineAside(adviser, { jobId: deferred!, reason: '下次', until: '2026-12-01' })
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE })
  expect(await adviserSuggestions(given.as('serviceManager'), {})).toMatchObject([
    {
      adviserId: given.staffId('A1'),
      offered: 3,
      accepted: 1,
      declined: 1,
      deferred: 1,
      acceptedFen: 10_000,
    },
  ])
  await expect(adviserSuggestions(given.as('technician'), {})).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S3-08 a package for other drives or mileages is offered apart', async () => {
  const given = await aDealership()
  await given.inside((tx) =>
    tx.servicePackage.updateMany({ where: { code: 'C' }, data: { fuels: ['petrol'], fromKm: 30_000 } }),
  )
  const fits = async (car: object) =>
    (await menu(given.as('serviceAdviser'), car)).find(({ code }) => code === 'C')?.fits
  expect(await fits({ fuel: 'petrol', km: 40_000 })).toBe(true)
  expect(await fits({ fuel: 'electric', km: 40_000 })).toBe(false)
  expect(await fits({ fuel: 'petrol', km: 10_000 })).toBe(false)
})
