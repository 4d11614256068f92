import 'server-only'
import { defaultSettings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import type { LatePart } from '../late-parts'

export const USUAL_LEAD_DAYS = defaultSettings['parts.leadDays']

type Of = { dealershipId: string; appointmentId: string; today: string; leadDays: number }

/** The parts that a booking still waits for, by the rule that the search of free times asks too (`late_parts`). */
export async function latePartsOf(
  tx: Tx,
  { dealershipId, appointmentId, today, leadDays }: Of,
): Promise<LatePart[]> {
  const [row] = await tx.$queryRaw<{ late: LatePart[] | null }[]>`
    SELECT late_parts(${dealershipId}::uuid, ${today}::date, ${leadDays}::int, '{}', ${appointmentId}::uuid) AS late`
  return row?.late ?? []
}
