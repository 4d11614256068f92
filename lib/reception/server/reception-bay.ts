import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { ChooseBay } from '../ready-schemas'

const STANDING = ['waitingGreeting', 'greeted', 'inspecting', 'recordSigned'] as const

/** The first reception bay in use in which no car stands; null when all are taken or the house has none (S2-07). */
export async function freeReceptionBay(tx: Tx, dealershipId: string): Promise<string | null> {
  const bay = await tx.bay.findFirst({
    where: {
      dealershipId,
      kind: 'reception',
      disabledAt: null,
      visits: { none: { status: { in: [...STANDING] } } },
    },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  return bay?.id ?? null
}

/** Leads the car to another reception bay, or to none. Refuses with `common.not-found`, `status.not-from-here` or `bay.taken`. */
export const chooseBay = command('visit.chooseBay', ChooseBay, async ({ tx, actor }, { visitId, bayId }) => {
  const { dealershipId } = actor
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { status: true },
  })
  if (!visit) throw new Refusal('common.not-found')
  if (!STANDING.some((status) => status === visit.status))
    throw new Refusal('status.not-from-here', { from: visit.status, action: 'chooseBay' })
  const bay = bayId
    ? await tx.bay.findFirst({
        where: { dealershipId, id: bayId, kind: 'reception', disabledAt: null },
        select: { name: true },
      })
    : null
  if (bayId && !bay) throw new Refusal('common.not-found')
  if (bayId) {
    const other = await tx.visit.findFirst({
      where: { dealershipId, receptionBayId: bayId, status: { in: [...STANDING] }, id: { not: visitId } },
      select: { vehicle: { select: { plate: true } } },
    })
    if (other) throw new Refusal('bay.taken', { bay: bay?.name ?? '', plate: other.vehicle.plate })
  }
  await tx.visit.update({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    data: { receptionBayId: bayId ?? null },
    select: { id: true },
  })
  const facts = { bay: bay?.name ?? null }
  return { result: { visitId }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
