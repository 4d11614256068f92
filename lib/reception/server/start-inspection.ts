import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { command } from '@/lib/server/doors'
import { StartInspection } from '../schemas'
import { checkKit } from '../walk-around'
import { moveVisit, visitRow } from './visit-row'

/**
 * The protective kit is on: the walk-around begins and the record names who inspects (S2-16, S2-43); whether a walk-in was told
 * about booking ahead is kept (S1-89).
 * Refuses with `reception.kit-first` while a piece of the dealership's kit is missing.
 */
export const startInspection = command(
  'reception.start',
  StartInspection,
  async ({ tx, actor, now }, { visitId, allPieces, bookingExplained, ...given }) => {
    const { dealershipId } = actor
    const visit = await visitRow(tx, dealershipId, visitId)
    const kit = (await settingsOf(tx))['reception.kitPieces']
    const kitPieces = allPieces ? [...kit] : given.kitPieces
    checkKit(kitPieces, kit)
    const adviserId = visit.adviserId ?? actor.id
    const bookingExplainedAt = bookingExplained && !visit.appointmentId ? now : null
    await moveVisit(tx, visit, 'inspect', { inspectionStartedAt: now, adviserId, bookingExplainedAt })
    await tx.receptionRecord.update({
      where: { dealershipId_id: { dealershipId, id: visit.record.id } },
      data: { kitPieces, kitFittedAt: now, inspectorId: actor.id },
      select: { id: true },
    })
    const facts = { kit: kitPieces.join(','), inspector: actor.name }
    return { result: { recordId: visit.record.id }, subject: { type: 'visit', id: visitId }, visitId, facts }
  },
)
