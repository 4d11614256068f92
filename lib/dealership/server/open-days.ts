import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { OpenDay } from '../open-day'

/** Opening hours of `days` calendar days from `from`; holidays and other exceptions beat the weekday. */
export const openDays = (tx: Tx, dealershipId: string, from: string, days: number): Promise<OpenDay[]> =>
  tx.$queryRaw<OpenDay[]>`
    SELECT to_char(d, 'YYYY-MM-DD') AS day, coalesce(c.reason, '') AS reason,
      CASE WHEN coalesce(c."isOpen", true) THEN coalesce(c."opensAt", h."opensAt") END AS "opensAt",
      CASE WHEN coalesce(c."isOpen", true) THEN coalesce(c."closesAt", h."closesAt") END AS "closesAt"
    FROM generate_series(${from}::date, ${from}::date + ${days - 1}::int, interval '1 day') d
    LEFT JOIN "CalendarDay" c ON c."dealershipId" = ${dealershipId}::uuid AND c.day = d::date
    LEFT JOIN "OpeningHours" h ON h."dealershipId" = ${dealershipId}::uuid AND h.weekday = extract(isodow FROM d)
    ORDER BY d`
