import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { availableMinutes } from '@/lib/dealership/capacity'
import type { GradeTerm } from '@/lib/dealership/lay-out'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { reserveOf, type OtherWork } from '../reserve'

type Row = {
  grades: GradeTerm[] | null
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
      SELECT (SELECT d.grades FROM "BookingDay" d WHERE d."dealershipId" = ${dealershipId}::uuid AND d.day = ${day}::date) AS grades,
        (SELECT d."attendanceMinutes" FROM "BookingDay" d WHERE d."dealershipId" = ${dealershipId}::uuid AND d.day = ${day}::date),
        (SELECT c."bookableMinutes" FROM "CapacityDay" c
          WHERE c."dealershipId" = ${dealershipId}::uuid AND c.day = ${day}::date AND c.resource = 'work') AS bookable,
        (SELECT jsonb_agg(w) FROM (SELECT use, sum(minutes)::int AS minutes, false AS booked
          FROM other_work(${dealershipId}::uuid, ${day}::date, ${day}::date, ${now}) GROUP BY use
          UNION ALL SELECT 'urgent', sum(steps_total(c.minutes))::int, true FROM "CapacityUse" c JOIN "Appointment" a USING ("dealershipId")
          WHERE c."dealershipId" = ${dealershipId}::uuid AND c.day = ${day}::date AND c.resource = 'work' AND a.id = c."appointmentId" AND a.urgent
          HAVING count(*) > 0) w) AS work`
    const attendanceMinutes = row?.attendanceMinutes ?? 0
    const grades = row?.grades ?? []
    const productivityBp = settings['capacity.productivityBp']
    const available = availableMinutes(attendanceMinutes, productivityBp)
    const bookable = row?.bookable ?? 0
    return {
      technicians: grades.reduce((sum, { people }) => sum + people, 0),
      /** Technicians by grade, what their minutes are worth: the sum is the attendance. */
      grades,
      attendanceMinutes,
      productivityBp,
      availableMinutes: available,
      bookableMinutes: bookable,
      ...reserveOf({ availableMinutes: available, bookableMinutes: bookable }, row?.work ?? []),
    }
  },
)
