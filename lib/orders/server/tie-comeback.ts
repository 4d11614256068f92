import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { tellManagers } from '@/lib/reception/server/tell-managers'
import { command } from '@/lib/server/doors'
import { TieComeback } from '../schemas'

/** Up to here an order may still become a come-back; afterwards its bill is drawn. */
const OPEN = ['draft', 'estimated', 'awaitingSignature', 'queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing', 'ready'] as const // prettier-ignore

/**
 * The adviser's answer to a proposed come-back. Yes ties the visit and its open order to the first order of that fault, tells the
 * service managers and may hand the car to the adviser who was proposed (S2-62); no is kept, so that nobody asks again.
 * Refuses with `common.not-found` for an order that is not of this car, `comeback.answered` once it is answered.
 */
export const tieComeback = command('order.tieComeback', TieComeback, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, orderId, yes, adviserId } = input
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      no: true,
      vehicleId: true,
      comebackAnsweredAt: true,
      vehicle: { select: { plate: true } },
    },
  })
  const earlier = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      id: true,
      no: true,
      vehicleId: true,
      visitId: true,
      comebackOf: { select: { id: true, no: true } },
    },
  })
  if (!visit || !earlier || earlier.vehicleId !== visit.vehicleId || earlier.visitId === visitId)
    throw new Refusal('common.not-found')
  if (visit.comebackAnsweredAt) throw new Refusal('comeback.answered')
  const first = earlier.comebackOf ?? earlier
  const handedTo = yes && adviserId ? await checkAdviser(adviserId) : null
  await tx.visit.update({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    data: {
      comebackOfId: yes ? first.id : null,
      comebackAnsweredAt: now,
      comebackAnsweredById: actor.kind === 'staff' ? actor.id : null,
      ...(handedTo ? { adviserId: handedTo } : {}),
    },
    select: { id: true },
  })
  if (yes) {
    await tx.repairOrder.updateMany({
      where: { dealershipId, visitId, comebackOfId: null, status: { in: [...OPEN] } },
      data: { comebackOfId: first.id, type: 'comeback', ...(handedTo ? { adviserId: handedTo } : {}) },
    })
    const { plate } = visit.vehicle
    await tellManagers(
      tx,
      { dealershipId, visitId, plate, no: visit.no, why: 'comeback', earlierNo: first.no },
      now,
    )
  }
  const facts = { no: visit.no, earlier: first.no, comeback: yes, handedTo }
  return {
    result: { comeback: yes, earlierNo: first.no },
    subject: { type: 'visit', id: visitId },
    visitId,
    facts,
  }

  async function checkAdviser(id: string): Promise<string> {
    const adviser = await tx.staff.findFirst({
      where: {
        dealershipId,
        id,
        disabledAt: null,
        roles: { hasSome: ['receptionAdviser', 'serviceAdviser'] },
      },
      select: { id: true },
    })
    if (!adviser) throw new Refusal('common.not-found')
    return adviser.id
  }
})
