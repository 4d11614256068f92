import 'server-only'
import { registerCustomerAndVehicle } from '@/lib/customers/server/register-customer'
import { command } from '@/lib/server/doors'
import { revokeStrangersLinks } from '@/lib/server/links'
import { Refusal } from '@/lib/core/refusal'
import { ChangeParties } from '../schemas'
import { visitFlow } from '../visit'
import { visitRow } from './visit-row'
import { welcome } from './welcome'

/**
 * Another person brings the car, owns it or pays for this visit (S2-70); new people are registered. The links of who has no
 * part in the visit any more end at once; who brings the car gets one.
 */
export const changeParties = command(
  'visit.correct',
  ChangeParties,
  async ({ tx, actor, now }, { visitId, role, name, phone }) => {
    const { dealershipId } = actor
    const visit = await visitRow(tx, dealershipId, visitId)
    if (visitFlow.actionsFrom(visit.status).length === 0)
      throw new Refusal('status.not-from-here', { from: visit.status, action: 'correct' })
    if (visit.record.frozenAt && role === 'sender') throw new Refusal('reception.frozen')
    const { plate, vin } = visit.vehicle
    const car = plate === vin ? { vin: vin ?? undefined } : { plate }
    const { customerId } = await registerCustomerAndVehicle(tx, {
      dealershipId,
      now,
      ...car,
      name,
      phone,
      source: 'store',
    })
    if (role === 'owner') await changeOwner(tx, dealershipId, visit.vehicleId, customerId, now)
    const data = {
      sender: { senderId: customerId, reachBy: visit.reachBy === visit.sender.phone ? phone : visit.reachBy },
      owner: { ownerId: customerId },
      payer: { payerId: customerId },
    }[role]
    await tx.visit.update({
      where: { dealershipId_id: { dealershipId, id: visitId } },
      data,
      select: { id: true },
    })
    await revokeStrangersLinks(tx, dealershipId, visitId, now)
    if (role === 'sender' && customerId !== visit.senderId) await welcome(tx, dealershipId, visitId, now)
    return {
      result: { customerId },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { role, customerId },
    }
  },
)

async function changeOwner(
  tx: Parameters<typeof visitRow>[0],
  dealershipId: string,
  vehicleId: string,
  customerId: string,
  now: Date,
) {
  const current = await tx.vehicleParty.findFirst({
    where: { dealershipId, vehicleId, role: 'owner', until: null },
  })
  if (current?.customerId === customerId) return
  if (current)
    await tx.vehicleParty.update({
      where: { dealershipId_id: { dealershipId, id: current.id } },
      data: { until: now },
      select: { id: true },
    })
  await tx.vehicleParty.create({
    data: { dealershipId, vehicleId, customerId, role: 'owner', since: now },
    select: { id: true },
  })
}
