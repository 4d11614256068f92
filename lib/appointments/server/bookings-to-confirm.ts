import 'server-only'
import * as z from 'zod'
import { plusDays } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import type { ToConfirm } from '../booking-board'
import { nextContact } from '../confirmation'

type Row = Omit<ToConfirm, 'next'> & {
  day: string
  today: string
  callDay: string | null
  bookedDay: string
  missedBecause: string | null
}

const ORDER = { missed: 0, watch: 1, hourBefore: 2, dayBefore: 3 }

/**
 * Whom the desk calls next (S1-76, S1-78, S1-79, S1-81): bookings to confirm on the working day before and in the hour before, cars
 * that are watched for, and missed bookings of the last week that nobody has asked about. One statement.
 */
export const bookingsToConfirm = query(
  'appointment.callList',
  z.object({}),
  async ({ tx, actor: { dealershipId, locale }, now }): Promise<ToConfirm[]> => {
    const settings = await settingsOf(tx)
    const times = { days: settings['confirm.dayBefore'], hours: settings['confirm.hourBefore'] }
    const rows = await tx.$queryRaw<Row[]>`
      SELECT a.id::text, a.no, a.status::text, a."startsAt", c.name || c."formOfAddress" AS customer, c.phone, v.plate, v.model,
        coalesce(name_in(s.name, s."nameEn", ${locale}), '') AS adviser, g.day,
        jsonb_build_object('pickUp', a."pickUp", 'loaner', a.loaner, 'waits', a.waiting = 'waits', 'addressKnown', a."pickUpAddress" <> '') AS way,
        to_char(${now}::timestamptz AT TIME ZONE z."timeZone", 'YYYY-MM-DD') AS today,
        to_char(a."createdAt" AT TIME ZONE z."timeZone", 'YYYY-MM-DD') AS "bookedDay",
        (SELECT to_char(d.day, 'YYYY-MM-DD') FROM "BookingDay" d
          WHERE d."dealershipId" = a."dealershipId" AND d."opensAt" IS NOT NULL AND d.day < g.day::date AND d.day >= g.day::date - 28
          ORDER BY d.day DESC OFFSET ${Math.max(0, times.days - 1)}::int LIMIT 1) AS "callDay",
        a.reason AS "missedBecause",
        coalesce((SELECT jsonb_agg(jsonb_build_object('stage', f.stage, 'result', f.result, 'at', f.at) ORDER BY f.at, f.id)
          FROM "AppointmentConfirmation" f WHERE f."dealershipId" = a."dealershipId" AND f."appointmentId" = a.id), '[]') AS log
      FROM "Appointment" a
      JOIN "Dealership" z ON z.id = a."dealershipId"
      JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
      JOIN "Customer" c ON c."dealershipId" = a."dealershipId" AND c.id = a."customerId"
      LEFT JOIN "Staff" s ON s."dealershipId" = a."dealershipId" AND s.id = a."adviserId"
      CROSS JOIN LATERAL (SELECT to_char(a."startsAt" AT TIME ZONE z."timeZone", 'YYYY-MM-DD') AS day) g
      WHERE a."dealershipId" = ${dealershipId}::uuid AND a."startsAt" > ${now}::timestamptz - interval '7 days'
        AND a."startsAt" < ${now}::timestamptz + make_interval(days => ${14 + times.days}::int)
        AND (a.status IN ('confirmed', 'waitingParts', 'ready') OR (a.status = 'noShow' AND a.reason IS NULL))
      ORDER BY a."startsAt", a.no LIMIT 1000`
    return rows
      .flatMap(({ today, day, callDay, bookedDay, missedBecause, ...row }) => {
        const known = {
          ...row,
          callDay: callDay ?? plusDays(day, -Math.max(1, times.days)),
          bookedDay,
          missedBecause,
        }
        const next = nextContact(known, now, today, times)
        return next ? [{ ...row, next }] : []
      })
      .sort((a, b) => ORDER[a.next] - ORDER[b.next])
  },
)
