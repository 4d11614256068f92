import { expect, test } from 'vitest'
import { comebackProposal } from '@/lib/orders/server/comeback-proposal'
import { openOrder } from '@/lib/orders/server/open-order'
import { tieComeback } from '@/lib/orders/server/tie-comeback'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { today } from '@/lib/reception/server/today'
import { aDealership, NOW, type GivenDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'

const DAY = 86_400_000

/** A car whose brakes were repaired, handed over now. */
async function repaired(here: GivenDealership) {
  const given = await delivered(here)
  const { dealershipId } = here
  await here.inside(async (tx) => {
    await tx.orderProblem.create({
      data: { dealershipId, orderId: given.orderId, position: 1, text: '刹车有异响' },
    })
    await tx.receptionRecord.create({ data: { dealershipId, visitId: given.visitId, odometerKm: 42_000 } })
  })
  return given
}

const comesAgain = (here: GivenDealership, plate: string, purpose: string, days: number) =>
  arriveVisit(here.as('greeter', { now: new Date(NOW.getTime() + days * DAY) }), { plate, purpose })

test('S2-62 the same complaint within 30 days is proposed at arrival; the yes ties it to the first order and tells the manager', async () => {
  const here = await aDealership()
  const { order, vehicle } = await repaired(here)
  await here.inside((tx) =>
    tx.staff.updateMany({ where: { roles: { has: 'serviceManager' } }, data: { phone: '13800001111' } }),
  )
  const { visitId } = await comesAgain(here, vehicle.plate, '刹车又响了', 12)
  const later = new Date(NOW.getTime() + 12 * DAY)
  const adviser = here.as('A1', { now: later })
  const proposal = await comebackProposal(adviser, { visitId })
  expect(proposal).toMatchObject({ orderId: order.id, days: 12, groups: ['brakes'] })
  const arrival = await here.inside((tx) => tx.event.findFirst({ where: { name: 'visit.arrive', visitId } }))
  expect(arrival?.facts).toMatchObject({ comebackProposed: order.no, receiverReason: 'comeback' })

  await expect(
    tieComeback(here.as('technician'), { visitId, orderId: order.id, yes: true }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  const answer = await tieComeback(adviser, {
    visitId,
    orderId: order.id,
    yes: true,
    adviserId: here.staffId('A2'),
  })
  expect(answer).toEqual({ comeback: true, earlierNo: order.no })
  const visit = await receptionVisit(adviser, { visitId })
  expect(visit).toMatchObject({ comebackOf: { no: order.no }, adviser: { id: here.staffId('A2') } })
  expect((await today(adviser, {})).inHouse).toMatchObject([{ visitId, comebackNo: order.no }])
  const told = await here.inside((tx) =>
    tx.outboxMessage.findMany({ where: { template: 'special-care' }, select: { facts: true } }),
  )
  expect(told.map(({ facts }) => facts)).toMatchObject([
    { plate: vehicle.plate, why: 'comeback', earlierNo: order.no },
  ])
  expect(await comebackProposal(adviser, { visitId })).toBeNull()
  await expect(tieComeback(adviser, { visitId, orderId: order.id, yes: false })).rejects.toMatchObject({
    code: 'comeback.answered',
  })

  await here.inside((tx) => tx.visit.updateMany({ where: { id: visitId }, data: { status: 'atDesk' } }))
  const { id } = await openOrder(adviser, { visitId })
  const opened = await here.inside((tx) => tx.repairOrder.findFirst({ where: { id } }))
  expect(opened).toMatchObject({ type: 'comeback', comebackOfId: order.id })
})

test('a no is kept and nobody asks again; another complaint, or the same much later, is no come-back', async () => {
  const here = await aDealership()
  const { order, vehicle } = await repaired(here)
  const adviser = here.as('A1', { now: new Date(NOW.getTime() + 12 * DAY) })
  const { visitId } = await comesAgain(here, vehicle.plate, '空调不冷', 12)
  expect(await comebackProposal(adviser, { visitId })).toBeNull()
  await here.inside((tx) =>
    tx.receptionRecord.updateMany({
      where: { visitId },
      data: { customerStatement: '制动踏板发软', odometerKm: 42_600 },
    }),
  )
  expect(await comebackProposal(adviser, { visitId })).toMatchObject({ orderId: order.id })
  const muchLater = here.as('A1', { now: new Date(NOW.getTime() + 200 * DAY) })
  expect(await comebackProposal(muchLater, { visitId })).toMatchObject({ km: 600 })
  await here.inside((tx) =>
    tx.receptionRecord.updateMany({ where: { visitId }, data: { odometerKm: 43_001 } }),
  )
  expect(await comebackProposal(muchLater, { visitId })).toBeNull()
  await tieComeback(adviser, { visitId, orderId: order.id, yes: false })
  expect(await comebackProposal(adviser, { visitId })).toBeNull()
  expect((await receptionVisit(adviser, { visitId })).comebackOf).toBeNull()
  expect(await here.inside((tx) => tx.outboxMessage.count({ where: { template: 'special-care' } }))).toBe(0)
})

test('an order that is open already becomes a come-back too, tied to the first of a chain; an order of another car never', async () => {
  const here = await aDealership()
  const first = await repaired(here)
  const other = await repaired(here)
  const second = await comesAgain(here, first.vehicle.plate, '刹车又响了', 5)
  const adviser = here.as('A1', { now: new Date(NOW.getTime() + 5 * DAY) })
  await here.inside((tx) =>
    tx.visit.updateMany({ where: { id: second.visitId }, data: { status: 'atDesk' } }),
  )
  const { id: orderId } = await openOrder(adviser, { visitId: second.visitId })
  for (const wrong of [other.order.id, orderId])
    await expect(
      tieComeback(adviser, { visitId: second.visitId, orderId: wrong, yes: true }),
    ).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(
    tieComeback(adviser, {
      visitId: second.visitId,
      orderId: first.order.id,
      yes: true,
      adviserId: here.staffId('T1'),
    }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  await tieComeback(adviser, { visitId: second.visitId, orderId: first.order.id, yes: true })
  const row = (id: string) => here.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id } }))
  expect(await row(orderId)).toMatchObject({ type: 'comeback', comebackOfId: first.order.id })

  await here.inside(async (tx) => {
    await tx.repairOrder.updateMany({
      where: { id: orderId },
      data: { status: 'closed', paidAt: NOW, deliveredAt: new Date(NOW.getTime() + 6 * DAY) },
    })
    await tx.visit.updateMany({ where: { id: second.visitId }, data: { status: 'closed' } })
  })
  const third = await comesAgain(here, first.vehicle.plate, '刹车还是响', 9)
  const now = here.as('A1', { now: new Date(NOW.getTime() + 9 * DAY) })
  expect(await comebackProposal(now, { visitId: third.visitId })).toMatchObject({ orderId, days: 3 })
  await tieComeback(now, { visitId: third.visitId, orderId, yes: true })
  expect((await receptionVisit(now, { visitId: third.visitId })).comebackOf?.no).toBe(first.order.no)
})
