import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { comebackOf, complaintGroups, type ComebackProposal } from '../comeback'

/** How long ago a repair may lie that is found by its kilometres alone. */
const OLDEST_DAYS = 400

type Row = { orderId: string; no: string; on: string; km: number | null; words: string; codes: string[] }

/** Delivered repairs of a car with everything that was said and done on them, newest first, in one statement. */
async function earlierRepairs(tx: Tx, dealershipId: string, vehicleId: string, now: Date) {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.id::text AS "orderId", o.no, to_char(o."deliveredAt" AT TIME ZONE d."timeZone", 'YYYY-MM-DD') AS on,
      r."odometerKm" AS km, coalesce(r."faultCodes", '{}') AS codes,
      concat_ws(E'\n', (SELECT string_agg(p.text, E'\n') FROM "OrderProblem" p WHERE p."dealershipId" = o."dealershipId" AND p."orderId" = o.id),
        (SELECT string_agg(concat_ws(' ', j.title, j."titleEn"), E'\n') FROM "Job" j WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id
          AND j.status NOT IN ('declined', 'cancelled', 'proposed') AND j."workClass" <> 'maintenance')) AS words
    FROM "RepairOrder" o
    JOIN "Dealership" d ON d.id = o."dealershipId"
    LEFT JOIN "ReceptionRecord" r ON r."dealershipId" = o."dealershipId" AND r."visitId" = o."visitId"
    WHERE o."dealershipId" = ${dealershipId}::uuid AND o."vehicleId" = ${vehicleId}::uuid
      AND o."deliveredAt" > ${now}::timestamptz - make_interval(days => ${OLDEST_DAYS}) AND o."deliveredAt" <= ${now}::timestamptz
    ORDER BY o."deliveredAt" DESC LIMIT 20`
  return rows.map(({ words, codes, ...row }) => ({
    ...row,
    groups: complaintGroups({ texts: [words], codes }),
  }))
}

type Car = {
  dealershipId: string
  vehicleId: string
  on: string
  km: number | null
  told: Parameters<typeof complaintGroups>[0]
}

/** The repair that a car probably comes back for, by what is told now; asks the database only when something belongs to a group. */
export async function proposedComeback(tx: Tx, car: Car, now: Date): Promise<ComebackProposal | null> {
  const { dealershipId, vehicleId, on, km, told } = car
  const groups = complaintGroups(told)
  if (groups.length === 0) return null
  const settings = await settingsOf(tx)
  return comebackOf({ on, km, groups }, await earlierRepairs(tx, dealershipId, vehicleId, now), {
    days: settings['comeback.days'],
    km: settings['comeback.km'],
  })
}
