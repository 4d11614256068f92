import 'server-only'
import { dayInterval, dayOf, plusDays } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { ContactFigures } from '../schemas'

type Row = {
  id: string
  name: string
  nameEn: string
  calls: number
  listening: number
  voice: number
  words: number
}

/** The mean marks of each caller's calls that were marked in a period (S1-101), to a tenth; the weakest caller first. */
export const callMarks = query('call.score', ContactFigures, async ({ tx, actor, now }, { days }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const from = dayInterval(plusDays(dayOf(now, timeZone), 1 - days), timeZone).start
  return tx.$queryRaw<Row[]>`
    SELECT p.id, p.name, p."nameEn", count(*)::int AS calls, round(avg(c.listening), 1)::float8 AS listening,
      round(avg(c.voice), 1)::float8 AS voice, round(avg(c.words), 1)::float8 AS words
    FROM "CallScore" c
    LEFT JOIN "ContactAttempt" a ON a."dealershipId" = c."dealershipId" AND a.id = c."attemptId"
    LEFT JOIN "Appointment" b ON b."dealershipId" = c."dealershipId" AND b.id = c."appointmentId"
    JOIN "Staff" p ON p."dealershipId" = c."dealershipId" AND p.id = coalesce(a."byId", b."createdById")
    WHERE c."dealershipId" = ${dealershipId}::uuid AND c.at >= ${from}
    GROUP BY p.id, p.name, p."nameEn"
    ORDER BY avg(c.listening + c.voice + c.words), p.name`
})
