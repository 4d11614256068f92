import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import type { Actor } from '@/lib/auth/actor'
import { command } from '@/lib/server/doors'
import { OpenComplaint } from '../schemas'
import { raiseComplaint } from './raise-complaint'

/**
 * Takes a complaint by telephone, online or in the store (X-CMP-03) and starts its clocks. A customer complains about the
 * own visit or car alone. Refuses with `common.not-found`.
 */
export const openComplaint = command('complaint.open', OpenComplaint, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const about = await whatItIsAbout(tx, actor, input)
  const { type, problem, expectation } = input
  const channel = actor.kind === 'customer' ? 'online' : input.channel
  const complaint = await raiseComplaint(
    tx,
    { dealershipId, ...about, type, channel, problem, expectation },
    now,
  )
  return {
    result: { complaintId: complaint.id, no: complaint.no, isNew: complaint.isNew },
    subject: { type: 'complaint', id: complaint.id },
    visitId: about.visitId,
    facts: { no: complaint.no, type, channel },
  }
})

async function whatItIsAbout(
  tx: Tx,
  actor: Actor,
  input: { customerId?: string; vehicleId?: string; orderId?: string },
) {
  const { dealershipId } = actor
  const { customerId, vehicleId = null, orderId } = input
  if (orderId) {
    const order = await tx.repairOrder.findUnique({
      where: { dealershipId_id: { dealershipId, id: orderId } },
      select: { customerId: true, vehicleId: true, visitId: true },
    })
    const foreign = actor.kind === 'customer' && actor.visitId !== order?.visitId
    if (!order || foreign) throw new Refusal('common.not-found')
    return { ...order, orderId }
  }
  const id = actor.kind === 'customer' ? actor.id : customerId
  const customer =
    id &&
    (await tx.customer.findUnique({ where: { dealershipId_id: { dealershipId, id } }, select: { id: true } }))
  if (!customer) throw new Refusal('common.not-found')
  if (actor.kind === 'customer' && vehicleId) await checkOwnCar(tx, actor.id, vehicleId)
  return { customerId: customer.id, vehicleId, orderId: null, visitId: null }
}

async function checkOwnCar(tx: Tx, customerId: string, vehicleId: string): Promise<void> {
  const part = await tx.vehicleParty.findFirst({
    where: { customerId, vehicleId, until: null },
    select: { id: true },
  })
  if (!part) throw new Refusal('common.not-found')
}
