import { minutesAfter } from '@/lib/core/time'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { authoriseDeviation } from '@/lib/delivery/server/authorise-deviation'
import { receivePayment } from '@/lib/delivery/server/receive-payment'
import { tickHandOver } from '@/lib/delivery/server/tick-hand-over'
import { requiredChecks } from '@/lib/delivery/hand-over'
import { advanceComplaint } from '@/lib/follow-up/server/advance-complaint'
import { attemptFollowUp } from '@/lib/follow-up/server/attempt-follow-up'
import { completeFollowUp } from '@/lib/follow-up/server/complete-follow-up'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { handOverFacts, orderAtDelivery } from '@/lib/delivery/server/order-at-delivery'
import { HANDWRITING } from './plots'
import { tried, type Shop } from './shop'
import type { Story } from './simulation'
import type { InHouse } from './work-story'

/** From the ready car to the last follow-up. */
export async function* deliveryStory(shop: Shop, { orderId, visitId, adviser, car, plan }: InHouse): Story {
  const ready = await shop.inside((tx) => tx.repairOrder.findFirstOrThrow({ where: { id: orderId } }))
  if (ready.status !== 'ready') return
  yield shop.after(car.waits ? shop.r.int(4, 12) : shop.r.int(20, 120))
  await openHandOver(shop.as(adviser), { orderId })
  const order = await shop.inside((tx) => orderAtDelivery(tx, shop.dealershipId, orderId))
  const worker = await shop.inside((tx) => tx.job.findFirst({ where: { orderId, doneById: { not: null } } }))
  const technician = shop.noOf(worker?.doneById ?? '') || 'T08'
  const checks = requiredChecks(handOverFacts(order)).filter((check) => check !== 'qualityTechnician')
  await tickHandOver(shop.as(technician), { orderId, check: 'qualityTechnician' })
  await tickHandOver(shop.as(adviser), { orderId, check: checks, code: order.voucherCode ?? '' })
  yield shop.after(4)
  await drawSettlement(shop.as(adviser), { orderId })
  const settlement = await shop.inside((tx) =>
    tx.settlement.findFirstOrThrow({ where: { orderId }, include: { settlementShares: true } }),
  )
  if (settlement.deviationFen > 0)
    await tried(authoriseDeviation(shop.as('M01'), { orderId, reason: '客户知情' }))
  yield shop.after(shop.r.int(2, 6))
  for (const share of settlement.settlementShares.filter(
    ({ amountFen, payer }) => amountFen > 0 && payer === 'customer',
  ))
    await receivePayment(shop.as('C01'), {
      shareId: share.id,
      method: ready.paymentMethod ?? 'wechat',
      amountFen: share.amountFen,
      idempotencyKey: `demo-${share.id}`,
    })
  yield shop.after(shop.r.int(2, 5))
  await deliverVisit(shop.as(adviser), { orderId, signerName: car.name, signatureStrokes: HANDWRITING })
  shop.carsServed.push(orderId)
  yield* afterwards(shop, { orderId, visitId, plan, customerId: order.customerId, name: car.name })
}

type Gone = { orderId: string; visitId: string; plan: InHouse['plan']; customerId: string; name: string }

async function* afterwards(shop: Shop, { orderId, visitId, plan, customerId, name }: Gone): Story {
  const deliveredAt = shop.clock.now
  const { satisfaction } = plan
  if (shop.r.chance(0.45)) {
    yield minutesAfter(deliveredAt, shop.r.int(300, 1400))
    const stars = { verySatisfied: 5, basicallySatisfied: 4, disappointed: 2 }[satisfaction]
    await tried(
      giveRating(shop.asCustomer(customerId, name, visitId), {
        orderId,
        satisfaction,
        adviserStars: stars,
        technicianStars: stars,
        text: satisfaction === 'disappointed' ? '等得太久，而且问题还在。' : '',
      }),
    )
  }
  yield minutesAfter(deliveredAt, (3 * 24 + shop.r.int(2, 60)) * 60)
  const call = await shop.inside((tx) =>
    tx.followUp.findFirst({
      where: { orderId, kind: 'call', status: { in: ['planned', 'due', 'attempted'] } },
    }),
  )
  if (!call) return
  if (shop.r.chance(0.25)) {
    await tried(attemptFollowUp(shop.as('R01'), { followUpId: call.id, result: 'notReached' }))
    yield shop.after(60 * 20)
  }
  await tried(
    completeFollowUp(shop.as('R01'), {
      followUpId: call.id,
      vehicleState: satisfaction === 'disappointed' ? '异响仍在' : '正常',
      problemSolved: satisfaction !== 'disappointed',
      satisfaction,
      bookingPromoted: true,
    }),
  )
  if (satisfaction === 'disappointed') yield* complaintStory(shop, orderId)
}

/** The manager takes a complaint over in time and brings it to its end; the newest ones are still on the way. */
async function* complaintStory(shop: Shop, orderId: string): Story {
  const complaint = await shop.inside((tx) =>
    tx.complaint.findFirst({ where: { orderId, status: 'received' } }),
  )
  if (!complaint) return
  const complaintId = complaint.id
  const advance = (step: object) => tried(advanceComplaint(shop.as('M01'), { complaintId, ...step }))
  yield shop.after(shop.r.int(4, 12))
  await advance({
    action: 'takeOver',
    problem: complaint.problem,
    expectation: '查明原因并免费处理',
    type: 'quality',
  })
  yield shop.after(shop.r.int(30, 70))
  await advance({ action: 'analyse', analysis: '复查检测记录，减震器上座胶老化未在首次诊断中发现。' })
  yield shop.after(15)
  await advance({
    action: 'propose',
    plan: '免费返修并赠送保养券',
    compensationKind: 'freeRepair',
    compensationFen: 0,
  })
  yield shop.after(60)
  await advance({ action: 'agree', customerAnswer: '同意' })
  await advance({ action: 'execute' })
  yield shop.after(60 * 26)
  await advance({ action: 'verify', satisfactionAfter: 'basicallySatisfied' })
  await advance({ action: 'review', rootCause: 'process', measures: '底盘异响诊断增加上座胶检查项' })
}
