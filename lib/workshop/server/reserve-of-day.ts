import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { availableMinutes } from '@/lib/dealership/capacity'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { reserveOf, type OtherWork } from '../reserve'

type Row = {
  technicians: number
  attendanceMinutes: number | null
  bookable: number | null
  work: OtherWork[] | null
}

/**
 * The capacity of a day with every term of its formula (S1-52, S1-53), and the use of the reserve (S1-55) as the ledger counts it:
 * carry-over, walk-ins, urgent cars, additional work, quick lane. Work in the plan counts on its day, work that waits for its plan today.
 */
export const reserveOfDay = query(
  'capacity.report',
  z.object({ day: f.day }),
  async ({ tx, actor: { dealershipId }, now }, { day }) => {
    const settings = await settingsOf(tx)
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT (SELECT count(DISTINCT h."staffId")::int FROM "Shift" h
          JOIN "Staff" t ON t."dealershipId" = h."dealershipId" AND t.id = h."staffId" AND t.roles @> ARRAY['technician']
            AND t.grade IS NOT NULL AND t."certifiedUntil" >= h.day
          WHERE h."dealershipId" = ${dealershipId}::uuid AND h.day = ${day}::date AND h.kind IN ('work', 'overtime')) AS technicians,
        (SELECT d."attendanceMinutes" FROM "BookingDay" d WHERE d."dealershipId" = ${dealershipId}::uuid AND d.day = ${day}::date),
        (SELECT c."bookableMinutes" FROM "CapacityDay" c
          WHERE c."dealershipId" = ${dealershipId}::uuid AND c.day = ${day}::date AND c.resource = 'work') AS bookable,
        (SELECT jsonb_agg(w) FROM (SELECT use, sum(minutes)::int AS minutes
          FROM other_work(${dealershipId}::uuid, ${day}::date, ${day}::date, ${now}) GROUP BY use) w) AS work`
    const attendanceMinutes = row?.attendanceMinutes ?? 0
    const productivityBp = settings['capacity.productivityBp']
    const available = availableMinutes(attendanceMinutes, productivityBp)
    const bookable = row?.bookable ?? 0
    return {
      technicians: row?.technicians ?? 0,
      attendanceMinutes,
      productivityBp,
      availableMinutes: available,
      bookableMinutes: bookable,
      ...reserveOf({ availableMinutes: available, bookableMinutes: bookable }, row?.work ?? []),
    }
  },
)
