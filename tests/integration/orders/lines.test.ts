import { expect, test } from 'vitest'
import { addJob } from '@/lib/orders/server/add-job'
import { changeJob } from '@/lib/orders/server/change-job'
import { giveDiscount } from '@/lib/orders/server/give-discount'
import { addPart, changePart, removePart } from '@/lib/orders/server/line-parts'
import { addProblem, removeProblem } from '@/lib/orders/server/problems'
import { removeJob } from '@/lib/orders/server/remove-job'
import { jobAmounts } from '@/lib/orders/totals'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aPresentedOrder, operationId, packageId, partId } from '../../support/orders'

const jobRow = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.job.findFirstOrThrow({ where: { id }, include: { jobParts: { orderBy: { id: 'asc' } } } }),
  )

test('S3-03 S3-08 a package brings labour and parts apart at the price of the guide', async () => {
  const given = await aDealership()
  const { jobId } = await aDraftOrder(given, { code: 'C' })
  const job = await jobRow(given, jobId)
  expect(jobAmounts(job)).toMatchObject({ labourFen: 38_000, totalFen: 38_000 + 104_700 })
  expect(job.jobParts).toHaveLength(7)
  expect(job).toMatchObject({ skill: 'engine', minGrade: 'middle', minutes: 150, kind: 'package' })
})

test('S3-08 a price that begins tomorrow does not count today', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  const id = await packageId(given, 'T')
  await given.inside(async (tx) => {
    await tx.packagePrice.updateMany({ where: { packageId: id }, data: { validTo: new Date('2026-11-24') } })
    const price = { dealershipId: given.dealershipId, packageId: id, labourFen: 99_000, partsFen: 0 }
    await tx.packagePrice.create({ data: { ...price, validFrom: new Date('2026-11-24') } })
  })
  const adviser = given.as('serviceAdviser')
  const { jobId } = await addJob(adviser, { orderId, packageId: id })
  expect((await jobRow(given, jobId)).labourFen).toBe(28_000)
  await given.inside((tx) => tx.packagePrice.deleteMany({ where: { packageId: id } }))
  await expect(addJob(adviser, { orderId, packageId: id })).rejects.toMatchObject({
    code: 'catalogue.no-price',
  })
})

test('S3-09 a labour operation costs its minutes at the hourly rate of its skill, so many times', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  const tyre = await operationId(given, 'R104')
  const { jobId } = await addJob(given.as('serviceAdviser'), {
    orderId,
    operationId: tyre,
    times: 2,
    parts: [{ partId: await partId(given, 'P0013'), quantityMilli: 2000 }],
  })
  const job = await jobRow(given, jobId)
  expect(job).toMatchObject({ minutes: 50, labourFen: 2 * Math.round((25 * 22_000) / 60) })
  expect(job.title).toMatch(/×2$/)
  expect(job.jobParts).toMatchObject([{ quantityMilli: 2000, unitPriceFen: 98_000 }])
})

test('S3-05 S2-56 S2-57 a fault not known yet stands as a diagnosis priced after inspection', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  const line = {
    orderId,
    title: '行驶中异响，待查',
    diagnosis: true,
    priceAfterInspection: true,
    minutes: 60,
    skill: 'chassis',
    reason: '怀疑下摆臂胶套',
  }
  const { jobId } = await addJob(given.as('serviceAdviser'), line)
  expect(await jobRow(given, jobId)).toMatchObject({
    kind: 'diagnosis',
    labourFen: 0,
    priceAfterInspection: true,
    reason: '怀疑下摆臂胶套',
  })
})

test('S3-04 parts come from the parts master at the price of the day, change and leave', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  const { jobId } = await addJob(adviser, { orderId, title: '客户自选', minutes: 30 })
  expect((await jobRow(given, jobId)).labourFen).toBe(9000)
  const { jobPartId } = await addPart(adviser, { jobId, partId: await partId(given, 'P0015') })
  await addPart(adviser, { jobId, name: '清洁剂', quantityMilli: 1500, unitPriceFen: 1000 })
  await changePart(adviser, { jobPartId, quantityMilli: 2000 })
  expect(jobAmounts(await jobRow(given, jobId))).toMatchObject({ partsFen: 2 * 16_800 + 1500 })
  await removePart(adviser, { jobPartId })
  expect(jobAmounts(await jobRow(given, jobId)).partsFen).toBe(1500)
  await expect(removePart(adviser, { jobPartId })).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(addPart(adviser, { jobId })).rejects.toMatchObject({ name: 'ZodError' })
})

test('the quantity of a discounted package part keeps its share of the discount', async () => {
  const given = await aDealership()
  const { jobId } = await aDraftOrder(given)
  const job = await jobRow(given, jobId)
  const oil = job.jobParts[0]!
  await given.inside((tx) => tx.jobPart.updateMany({ where: { id: oil.id }, data: { discountFen: 1000 } }))
  await changePart(given.as('serviceAdviser'), { jobPartId: oil.id, quantityMilli: oil.quantityMilli / 2 })
  expect((await jobRow(given, jobId)).jobParts.find(({ id }) => id === oil.id)).toMatchObject({
    discountFen: 500,
  })
})

test('the price of a package or an operation is not changed by hand, that of own words is', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await changeJob(adviser, {
    jobId,
    labourFen: 1,
    payer: 'warranty',
    requestedTechnicianId: given.staffId('T2'),
  })
  expect(await jobRow(given, jobId)).toMatchObject({
    labourFen: 12_000,
    payer: 'warranty',
    warranty: 'notApplicable',
    requestedTechnicianId: given.staffId('T2'),
  })
  const { jobId: own } = await addJob(adviser, { orderId, title: '抛光', labourFen: 20_000 })
  await giveDiscount(adviser, { orderId, jobId: own, offBp: 1000 })
  await changeJob(adviser, { jobId: own, labourFen: 1500 })
  expect(await jobRow(given, own)).toMatchObject({ labourFen: 1500, discountFen: 150 })
  await expect(
    changeJob(adviser, { jobId: own, requestedTechnicianId: given.staffId('C1') }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})

test('a removed line is gone with its parts; another dealership cannot touch it', async () => {
  const [given, other] = [await aDealership(), await aDealership()]
  const { jobId } = await aDraftOrder(given)
  await expect(removeJob(other.as('serviceAdviser'), { jobId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await removeJob(given.as('serviceAdviser'), { jobId })
  expect(await given.inside((tx) => tx.jobPart.count({ where: { jobId } }))).toBe(0)
})

test('S3-22 problems are added and taken off', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given, { statement: '' })
  const { problemId } = await addProblem(adviser, { orderId, text: '方向盘抖' })
  await removeProblem(adviser, { problemId })
  await expect(removeProblem(adviser, { problemId })).rejects.toMatchObject({ code: 'common.not-found' })
  expect(await given.inside((tx) => tx.orderProblem.count({ where: { orderId } }))).toBe(0)
})

test('a discount above the limit needs the service manager', async () => {
  const given = await aDealership()
  const { orderId, jobId } = await aDraftOrder(given)
  await giveDiscount(given.as('serviceAdviser'), { orderId, offBp: 1000 })
  expect((await jobRow(given, jobId)).discountFen).toBe(1200)
  const tooMuch = giveDiscount(given.as('serviceAdviser'), { orderId, jobId, offBp: 1500 })
  await expect(tooMuch).rejects.toMatchObject({
    code: 'order.discount-above-limit',
    facts: { percent: 15, limitPercent: 10 },
  })
  await giveDiscount(given.as('serviceManager'), { orderId, jobId, offBp: 1500 })
  expect((await jobRow(given, jobId)).discountFen).toBe(1800)
  await expect(giveDiscount(given.as('cashier'), { orderId, offBp: 100 })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(
    giveDiscount(given.as('serviceAdviser'), { orderId, jobId: orderId, offBp: 100 }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})

test('nothing is changed while the customer has the version in hand', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aPresentedOrder(given)
  const refused = { code: 'order.not-editable' }
  await expect(addJob(adviser, { orderId, title: '抛光', labourFen: 100 })).rejects.toMatchObject(refused)
  await expect(removeJob(adviser, { jobId })).rejects.toMatchObject(refused)
  await expect(changeJob(adviser, { jobId, payer: 'internal' })).rejects.toMatchObject(refused)
  await expect(giveDiscount(adviser, { orderId, offBp: 100 })).rejects.toMatchObject(refused)
  await expect(addProblem(adviser, { orderId, text: 'x' })).rejects.toMatchObject(refused)
})

test('who may not edit an order', async () => {
  const given = await aDealership()
  const { orderId, jobId } = await aDraftOrder(given)
  for (const who of ['technician', 'foreman', 'cashier', 'greeter']) {
    const context = given.as(who)
    for (const attempt of [
      () => addJob(context, { orderId, title: 'x' }),
      () => removeJob(context, { jobId }),
      () => changeJob(context, { jobId }),
      () => addProblem(context, { orderId, text: 'x' }),
      () => addPart(context, { jobId, name: 'x' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
})

test('S3-09 X-PRT-18 a part without a price of today, or an operation without an hourly rate, is not put on an order', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  const adviser = given.as('serviceAdviser')
  const [operation, part] = [await operationId(given, 'R104'), await partId(given, 'P0013')]
  const line = { orderId, operationId: operation, parts: [{ partId: part, quantityMilli: 1000 }] }
  await given.inside((tx) => tx.partPrice.deleteMany({ where: { partId: part } }))
  await expect(addJob(adviser, line)).rejects.toMatchObject({ code: 'catalogue.no-price' })
  await given.inside((tx) => tx.labourRate.deleteMany())
  await expect(addJob(adviser, { orderId, operationId: operation })).rejects.toMatchObject({
    code: 'catalogue.no-price',
  })
  expect(await given.inside((tx) => tx.job.count({ where: { orderId } }))).toBe(1)
})
