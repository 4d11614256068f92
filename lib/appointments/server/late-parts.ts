import 'server-only'
import { defaultSettings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import type { LatePart } from '../late-parts'

export const USUAL_LEAD_DAYS = defaultSettings['parts.leadDays']

type Of = {
  dealershipId: string
  /** A booking is asked by its own reservations, a wish by its packages. */
  of: { appointmentId: string } | { packageIds: string[] }
  today: string
  leadDays: number
}

/** The parts that a booking still waits for, by the rule that the search of free times asks too (`late_parts`). */
export async function latePartsOf(tx: Tx, { dealershipId, of, today, leadDays }: Of): Promise<LatePart[]> {
  const appointmentId = 'appointmentId' in of ? of.appointmentId : null
  const packageIds = 'packageIds' in of ? of.packageIds : []
  const [row] = await tx.$queryRaw<{ late: LatePart[] | null }[]>`
    SELECT late_parts(${dealershipId}::uuid, ${today}::date, ${leadDays}::int, ${packageIds}::uuid[], ${appointmentId}::uuid) AS late`
  return row?.late ?? []
}
