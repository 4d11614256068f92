import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { messageText, type MessageFacts } from '@/lib/i18n/messages'
import { addJob } from '@/lib/orders/server/add-job'
import { changeJob } from '@/lib/orders/server/change-job'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { findParts } from '@/lib/orders/server/find-parts'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderMargin } from '@/lib/orders/server/order-margin'
import { presentOrder } from '@/lib/orders/server/present-order'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { removeJob } from '@/lib/orders/server/remove-job'
import { setLineAside } from '@/lib/orders/server/set-line-aside'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { signOrder } from '@/lib/orders/server/sign-order'
import { menu } from '@/lib/catalogue/server/menu'
import { inspectionSheet } from '@/lib/documents/server/inspection-sheet'
import { adviserSuggestions } from '@/lib/kpi/server/adviser-suggestions'
import { savePart } from '@/lib/catalogue/server/save-part'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, SIGNATURE } from '../../support/orders' // prettier-ignore

const setting = (given: GivenDealership, key: string, value: number) =>
  given.inside((tx) =>
    tx.setting.create({ data: { dealershipId: given.dealershipId, key, value, changedAt: given.now } }),
  )

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

test('S3-05 a message never tells nothing as a price', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await removeJob(adviser, { jobId })
  await addJob(adviser, { orderId, title: '异响', priceAfterInspection: true, minutes: 30 })
  await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId, send: true })
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { template: 'order-to-sign' } }),
  )
  const facts = message.facts as MessageFacts
  expect(facts.totalFen).toBeNull()
  expect(messageText('order-to-sign', facts, 'zh-CN')).not.toContain('0.00')
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

test('S3-11 S3-12 S3-17 a recommended line carries its reason to the paper, and the inspection report says what if not', async () => {
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
  expect(paper.blocks.map(({ kind }) => kind)).toEqual([
    'facts', 'table', 'table', 'table', 'sums', 'text', 'signature',
  ]) // prettier-ignore
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

test('S3-06 every package of the house can be promised a time', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const codes = await given.inside((tx) => tx.servicePackage.findMany({ select: { code: true } }))
  const without: string[] = []
  for (const { code } of codes) {
    const { orderId } = await aDraftOrder(given, { code })
    const { suggestion } = await orderDesk(adviser, { orderId })
    if (!suggestion?.at) without.push(code)
  }
  expect(without).toEqual([])
})
