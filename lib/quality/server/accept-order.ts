import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { repairOrderFlow } from '@/lib/orders/repair-order'
import { moveOrder } from '@/lib/orders/server/order-status'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkAcceptance, isAccepted, sidesOf, type AcceptingSide, type Voice } from '../acceptance'
import { AcceptOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'
import { tellSender } from './tell-sender'

/**
 * One voice of the joint acceptance. With the second one the car is ready and the customer is told to collect it: never
 * before the inspection has passed. Refuses as `checkAcceptance` does, and with `status.not-from-here`.
 */
export const acceptOrder = command('order.accept', AcceptOrder, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const order = await orderUnderCheck(tx, dealershipId, input.orderId)
  repairOrderFlow.next(order.status, 'accept')
  const inspection = await tx.inspection.findFirst({
    where: { dealershipId, orderId: order.id, status: 'passed' },
    orderBy: { round: 'desc' },
    select: { id: true, acceptances: { select: { side: true, staffId: true } } },
  })
  if (!inspection) throw new Refusal('acceptance.not-inspected')
  const given = inspection.acceptances as Voice[]
  const voice: Voice = { side: sideOf(actor, input.side), staffId: actor.id! }
  checkAcceptance(voice, { ...order, openRoadTests: order.roadTests.length, given })

  const data = { dealershipId, orderId: order.id, inspectionId: inspection.id, ...voice, at: now }
  await tx.acceptance.create({ data, select: { id: true } })
  const ready = isAccepted([...given, voice])
  if (ready) {
    await moveOrder(tx, order, 'accept', { readyAt: now })
    const about = { ...order.visit, vehicle: order.vehicle, id: order.visitId, dealershipId }
    const done = await doneAndAdvised(tx, dealershipId, order.id, order.visit.sender.locale)
    await tellSender(tx, about, 'car-ready', { no: order.no, ...done }, now, `ready:${inspection.id}`)
  }
  return {
    result: { side: voice.side, ready },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, side: voice.side, ready },
  }
})

/** What was solved and what is advised but was not wanted now, as the message after the repair says it (X-COM-13). */
async function doneAndAdvised(tx: Tx, dealershipId: string, orderId: string, locale: string) {
  const jobs = await tx.job.findMany({
    where: { dealershipId, orderId },
    orderBy: { position: 'asc' },
    select: { title: true, titleEn: true, status: true },
  })
  const titles = (wanted: readonly string[]) =>
    jobs
      .filter(({ status }) => wanted.includes(status))
      .map(({ title, titleEn }) => (locale === 'en' && titleEn ? titleEn : title))
      .join(locale === 'en' ? ', ' : '、')
  return { solved: titles(['done', 'qcPassed', 'billed']), advice: titles(['declined']) }
}

/** The side a person speaks for: the wanted one if their role allows it, else the first of their role. */
function sideOf(actor: Actor, wanted?: AcceptingSide): AcceptingSide {
  const sides = sidesOf(actor)
  const side = wanted ?? sides[0]
  if (!side || !sides.includes(side)) throw new Refusal('auth.forbidden')
  return side
}
