import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { ofVisit } from '../schemas'
import { visitFlow } from '../visit'
import { visitRow } from './visit-row'

/** The acting adviser takes the visit; until the customer has signed, the record names him or her as inspector too. */
export const takeOverVisit = command('visit.takeOver', ofVisit, async ({ tx, actor }, { visitId }) => {
  const { dealershipId } = actor
  const visit = await visitRow(tx, dealershipId, visitId)
  if (visitFlow.actionsFrom(visit.status).length === 0)
    throw new Refusal('status.not-from-here', { from: visit.status, action: 'takeOver' })
  const adviserId = actor.id
  await tx.visit.update({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    data: { adviserId },
    select: { id: true },
  })
  if (visit.status === 'inspecting' && !visit.record.frozenAt)
    await tx.receptionRecord.update({
      where: { dealershipId_id: { dealershipId, id: visit.record.id } },
      data: { inspectorId: adviserId },
      select: { id: true },
    })
  const facts = { fromId: visit.adviserId, toId: adviserId, to: actor.name }
  return { result: { adviserId }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
