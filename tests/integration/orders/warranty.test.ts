import { expect, test } from 'vitest'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { hoursAfter } from '@/lib/core/time'
import { concludeWarranty, decideWarranty, reportWarranty } from '@/lib/orders/server/decide-warranty'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { orderWarranty, warrantyDesk } from '@/lib/orders/server/order-warranty'
import { setRepairClass } from '@/lib/orders/server/set-repair-class'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aSignedOrder, packageId } from '../../support/orders'

const jobOf = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.job.findFirstOrThrow({ where: { id }, include: { warrantyDecision: true } }))

test('S2-58 S2-59 a line is inside the warranty, outside, or undecided, each with the reason told; who pays follows', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, jobId } = await aDraftOrder(given)
  await expect(decideWarranty(adviser, { jobId, decision: 'inside', reason: ' ' })).rejects.toThrow()
  await decideWarranty(adviser, { jobId, decision: 'inside', reason: '质保期内的材料缺陷' })
  expect(await jobOf(given, jobId)).toMatchObject({
    warranty: 'inside',
    payer: 'warranty',
    warrantyDecision: { state: 'inside', reason: '质保期内的材料缺陷', decidedById: given.staffId('A1') },
  })
  await decideWarranty(adviser, { jobId, decision: 'outside', reason: '正常磨损' })
  expect(await jobOf(given, jobId)).toMatchObject({ warranty: 'outside', payer: 'customer' })
  await decideWarranty(adviser, { jobId, decision: 'undecided', reason: '需进一步检查' })
  const { lines } = await orderWarranty(adviser, { orderId })
  expect(lines).toMatchObject([
    { warranty: 'undecided', proposed: null, decision: { reason: '需进一步检查' } },
  ])
  for (const who of ['technician', 'cashier', 'greeter'])
    await expect(
      decideWarranty(given.as(who), { jobId, decision: 'inside', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S2-60 S2-61 X-OEM-10 what stays undecided after the diagnosis goes to the department of the brand, and its answer decides', async () => {
  const given = await aDealership()
  await changeSetting(given.as('serviceManager'), {
    key: 'warranty.authorities',
    text: '丰田=一汽丰田服务部；*=厂家',
  })
  const clerk = given.as('warrantyClerk')
  const { orderId, jobId } = await aSignedOrder(given)
  const report = { jobId, authority: '一汽丰田服务部', diagnosis: '缸压不足', reportNo: 'Q-1' }
  await expect(reportWarranty(clerk, report)).rejects.toMatchObject({ code: 'status.not-from-here' })
  await decideWarranty(clerk, { jobId, decision: 'undecided', reason: '需拆检' })
  expect((await orderWarranty(clerk, { orderId })).authority).toBe('一汽丰田服务部')
  expect((await warrantyDesk(clerk, {})).waiting).toMatchObject([{ orderId, state: 'undecided' }])
  await expect(reportWarranty(given.as('serviceAdviser'), report)).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await reportWarranty(clerk, report)
  await expect(
    decideWarranty(clerk, { jobId, decision: 'inside', reason: '直接批准' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  const answer = { jobId, approved: true, conclusion: '同意索赔' }
  for (const concludedOn of ['2026-11-22', '2026-11-24'])
    await expect(concludeWarranty(clerk, { ...answer, concludedOn })).rejects.toMatchObject({
      code: 'warranty.day-out-of-order',
    })
  await concludeWarranty(clerk, answer)
  expect(await jobOf(given, jobId)).toMatchObject({
    warranty: 'approved',
    payer: 'warranty',
    warrantyDecision: { reportNo: 'Q-1', conclusion: '同意索赔', concludedOn: new Date('2026-11-23') },
  })
  expect((await warrantyDesk(clerk, {})).waiting).toEqual([])
})

test('S2-60 a refusal of the maker makes no signed line dearer: the order says who should pay', async () => {
  const given = await aDealership()
  const clerk = given.as('warrantyClerk')
  const { orderId, jobId } = await aSignedOrder(given)
  await decideWarranty(clerk, { jobId, decision: 'inside', reason: '保修' })
  await decideWarranty(clerk, { jobId, decision: 'undecided', reason: '待查' })
  await reportWarranty(clerk, { jobId, authority: '厂家', diagnosis: '人为损坏？' })
  await concludeWarranty(clerk, { jobId, approved: false, conclusion: '人为损坏' })
  expect((await orderWarranty(clerk, { orderId })).lines).toMatchObject([
    { warranty: 'refused', payer: 'warranty', proposed: 'customer' },
  ])
})

test('recalls and campaigns of the car stand on its order until their work is on one', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, vehicle, customer } = await aDraftOrder(given)
  const { dealershipId, now } = given
  const offered = await packageId(given, 'A')
  await given.inside(async (tx) => {
    const plan = await tx.contactPlan.create({
      data: {
        dealershipId,
        name: '气囊召回',
        class: 'recall',
        channel: 'phone',
        fromOn: now,
        toOn: now,
        target: 1,
        createdAt: now,
      },
    })
    const task = { dealershipId, vehicleId: vehicle.id, customerId: customer.id, cycle: 'c', discountBp: 10_000, dueOn: now, nextAt: now, createdAt: now } // prettier-ignore
    await tx.contactTask.create({ data: { ...task, class: 'recall', listedAs: 'recall', planId: plan.id } })
    await tx.contactTask.create({
      data: { ...task, class: 'campaign', listedAs: 'campaign', packageId: offered },
    })
  })
  const open = async () => (await orderWarranty(adviser, { orderId })).recalls
  expect(await open()).toMatchObject([{ kind: 'recall', title: '气囊召回', packageId: null }])
  const { addJob } = await import('@/lib/orders/server/add-job')
  await addJob(adviser, { orderId, title: '气囊召回', payer: 'warranty' })
  expect(await open()).toEqual([])
})

test('the class of the repair decides the guarantee, and a later visit is told that it still runs', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const first = await aSignedOrder(given)
  await setRepairClass(adviser, { orderId: first.orderId, repairClass: 'secondLevel' })
  await given.inside((tx) =>
    tx.repairOrder.updateMany({
      where: { id: first.orderId },
      data: { deliveredAt: given.now, paidAt: given.now, status: 'delivered' },
    }),
  )
  await expect(
    setRepairClass(adviser, { orderId: first.orderId, repairClass: 'minor' }),
  ).rejects.toMatchObject({ code: 'order.not-editable' })
  expect((await orderWarranty(adviser, { orderId: first.orderId })).guarantee).toEqual({
    lastDay: '2026-12-23',
    lastKm: 48_210,
  })
  const second = await aDraftOrder(given)
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: second.orderId }, data: { vehicleId: first.vehicle.id } }),
  )
  const at = (days: number) => given.as('serviceAdviser', { now: hoursAfter(given.now, days * 24) })
  expect((await orderWarranty(at(30), { orderId: second.orderId })).running).toMatchObject([
    { no: first.no, lastDay: '2026-12-23' },
  ])
  expect((await orderWarranty(at(31), { orderId: second.orderId })).running).toEqual([])
  await expect(
    setRepairClass(given.as('technician'), { orderId: second.orderId, repairClass: 'minor' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('the counters of the three guarantees warn adviser and manager early', async () => {
  const given = await aDealership()
  const { orderId, jobId, vehicle, visitId } = await aSignedOrder(given)
  await given.inside(async (tx) => {
    await tx.vehicle.updateMany({ where: { id: vehicle.id }, data: { purchasedOn: new Date('2026-01-05') } })
    await tx.job.updateMany({ where: { id: jobId }, data: { payer: 'warranty', warranty: 'inside' } })
    await tx.visit.updateMany({
      where: { id: visitId },
      data: { arrivedAt: hoursAfter(given.now, -24 * 24 - 1) },
    })
  })
  const { warnings } = await orderWarranty(given.as('serviceAdviser'), { orderId })
  expect(warnings).toEqual(
    expect.arrayContaining([
      { key: 'repairDays', count: 25, level: 'watch' },
      { key: 'visitDays', count: 25, level: 'reached' },
    ]),
  )
  const { cars } = await warrantyDesk(given.as('serviceManager'), {})
  expect(cars).toMatchObject([{ vehicleId: vehicle.id, orderId, repairDays: 25 }])
  await given.inside((tx) =>
    tx.vehicle.updateMany({ where: { id: vehicle.id }, data: { purchasedOn: new Date('2024-11-22') } }),
  )
  expect((await orderWarranty(given.as('serviceAdviser'), { orderId })).warnings).toEqual([])
  await expect(warrantyDesk(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S3-39 the order shows live what an auditor would miss', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const draft = await aDraftOrder(given, { ready: false })
  const before = await orderAudit(adviser, { orderId: draft.orderId })
  expect(before.later).toEqual(expect.arrayContaining(['oldParts', 'signature', 'completionTime']))
  expect(before.missing).not.toContain('signature')
  const { orderId, jobId } = await aSignedOrder(given)
  const signed = await orderAudit(adviser, { orderId })
  expect(signed.missing).toEqual(['reception'])
  await given.inside((tx) => tx.job.updateMany({ where: { id: jobId }, data: { status: 'done' } }))
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: orderId }, data: { status: 'workDone' } }),
  )
  const worked = await orderAudit(adviser, { orderId })
  expect(worked.missing).toEqual(expect.arrayContaining(['times']))
  expect(worked.scoreBp).toBeLessThan(signed.scoreBp!)
  await expect(orderAudit(given.as('technician'), { orderId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})
