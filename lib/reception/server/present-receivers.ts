import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { Candidate } from '../receiver'

/** Who may receive a car and is at work now; everybody who may when the attendance shows nobody. */
export async function presentReceivers(tx: Tx, dealershipId: string, now: Date): Promise<Candidate[]> {
  const found = await tx.$queryRaw<(Candidate & { present: boolean })[]>`
    SELECT s.id::text AS id, s.roles, v.visits, v.open,
      EXISTS (SELECT 1 FROM "Shift" h WHERE h."dealershipId" = s."dealershipId" AND h."staffId" = s.id
        AND h.kind IN ('work', 'overtime') AND h."startsAt" <= ${now} AND h."endsAt" > ${now}) AS present
    FROM "Staff" s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS visits,
        (count(*) FILTER (WHERE v.status NOT IN ('closed', 'leftWithoutOrder')))::int AS open
      FROM "Visit" v WHERE v."dealershipId" = s."dealershipId" AND v."adviserId" = s.id) v
    WHERE s."dealershipId" = ${dealershipId}::uuid AND s."disabledAt" IS NULL
      AND s.roles && ARRAY['bookingReceptionist', 'receptionAdviser', 'serviceAdviser']`
  const there = found.filter(({ present }) => present)
  return there.length > 0 ? there : found
}
