import 'server-only'
import * as z from 'zod'
import { dayOf, instant } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { CADENCE_DAYS, MARKETING_TEMPLATES } from '../cadence'
import { careOn, FIRST_MONTH, type CareDay } from '../care'

/** A night lists a sixtieth of the customers and fifty more, so that a quarter's care does not fall on its first day; run again, no more. */
const A_NIGHT = { least: 50, share: 60 }
const YEAR_DAYS = 365

/**
 * The care contacts that the tier of a customer asks for, once in their period: after three weeks for a new customer whose car
 * was delivered (X-CRM-13, X-CRM-14, the third contact of the first month), once a quarter for an existing one who came within
 * the year (X-CRM-16), once a month and before a festival for a VIP (X-CRM-17, X-CRM-18). Nobody who said no, cannot be reached, is
 * expected or in the house, has another contact open, or has had as many contacts as the tier allows (X-CRM-19). Care whose
 * period is over goes off the list.
 */
export const careCustomers = command(
  'care.plan',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const settings = await settingsOf(tx)
    const today = dayOf(now, timeZone)
    const ended = await tx.$executeRaw`
      UPDATE "ContactTask" SET status = 'closed', "closedAt" = ${now}, reason = 'periodOver'
      WHERE "dealershipId" = ${dealershipId}::uuid AND status = 'open' AND class = 'care' AND "dueOn" < ${today}::date`
    const listed = await list(tx, { dealershipId, now, today, timeZone, settings, care: careOn(today) })
    return {
      result: { listed, ended },
      subject: { type: 'dealership', id: dealershipId },
      facts: { listed, ended },
    }
  },
)

type On = {
  dealershipId: string
  now: Date
  today: string
  timeZone: string
  settings: Settings
  care: CareDay
}

function list(tx: Tx, { dealershipId, now, today, timeZone, settings, care }: On) {
  const { quarter, month, festival } = care
  const dayBegan = instant(today, '00:00', timeZone)
  const since = new Date(now.getTime() - CADENCE_DAYS * 86_400_000)
  const patterns = MARKETING_TEMPLATES.map((start) => `${start}%`)
  return tx.$executeRaw`
    WITH had AS (
      SELECT "customerId", count(*) AS contacts FROM (
        SELECT m."customerId" FROM "OutboxMessage" m WHERE m."dealershipId" = ${dealershipId}::uuid
          AND m."createdAt" > ${since} AND m.template LIKE ANY(${patterns})
        UNION ALL
        SELECT t."customerId" FROM "ContactAttempt" a JOIN "ContactTask" t ON t."dealershipId" = a."dealershipId" AND t.id = a."taskId"
          WHERE a."dealershipId" = ${dealershipId}::uuid AND a.at > ${since} AND t.class <> 'recall'
            AND (a.reached OR (a.written AND a.channel = 'letter'))) c GROUP BY 1),
    seen AS (
      SELECT o."customerId", min(o."deliveredAt") AS first, max(o."deliveredAt") AS last FROM "RepairOrder" o
      WHERE o."dealershipId" = ${dealershipId}::uuid AND o."deliveredAt" IS NOT NULL GROUP BY 1),
    refused AS (
      SELECT "customerId" FROM (SELECT DISTINCT ON (n."customerId") n."customerId", n.given FROM "Consent" n
        WHERE n."dealershipId" = ${dealershipId}::uuid AND n.kind = 'marketing' ORDER BY n."customerId", n.at DESC) n WHERE NOT n.given),
    known AS (SELECT cycle, "customerId", "createdAt" FROM "ContactTask" WHERE "dealershipId" = ${dealershipId}::uuid AND "listedAs" = 'care'),
    busy AS (
      SELECT "customerId" FROM "ContactTask" WHERE "dealershipId" = ${dealershipId}::uuid AND status IN ('open', 'booked')
        AND class <> 'recall'
      UNION SELECT "customerId" FROM "Appointment" WHERE "dealershipId" = ${dealershipId}::uuid
        AND status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived') AND "startsAt" > ${now}::timestamptz - interval '1 day'
      UNION SELECT "senderId" FROM "Visit" WHERE "dealershipId" = ${dealershipId}::uuid
        AND status NOT IN ('closed', 'leftWithoutOrder')),
    wanted AS (
      SELECT c.id, c.no, c."preferredAdviserId", p.turn, p.cycle, p."dueOn" FROM "Customer" c
      LEFT JOIN seen s ON s."customerId" = c.id
      JOIN LATERAL (
        SELECT 1 AS turn, ${festival?.cycle ?? ''} AS cycle, ${festival?.lastDay ?? today}::date AS "dueOn"
          WHERE c.tier = 'vip' AND ${festival !== null}
        UNION ALL SELECT 2, ${FIRST_MONTH.cycle}, (s.first AT TIME ZONE ${timeZone})::date + ${FIRST_MONTH.toDays}::int
          WHERE c.tier = 'new' AND ${today}::date - (s.first AT TIME ZONE ${timeZone})::date
            BETWEEN ${FIRST_MONTH.fromDays}::int AND ${FIRST_MONTH.toDays}::int
        UNION ALL SELECT 3, ${month.cycle}, ${month.lastDay}::date WHERE c.tier = 'vip'
        UNION ALL SELECT 4, ${quarter.cycle}, ${quarter.lastDay}::date WHERE c.tier = 'existing' AND s.last < ${since}
          AND s.last > ${now}::timestamptz - make_interval(days => ${YEAR_DAYS}::int)) p ON true
      WHERE c."dealershipId" = ${dealershipId}::uuid AND c."mergedIntoId" IS NULL AND c.phone <> '' AND c."phoneWrongAt" IS NULL
        AND c.id NOT IN (SELECT "customerId" FROM refused)
        AND c.id NOT IN (SELECT "customerId" FROM busy WHERE "customerId" IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM known k WHERE k."customerId" = c.id AND k.cycle = p.cycle)
        AND coalesce((SELECT h.contacts FROM had h WHERE h."customerId" = c.id), 0) < CASE c.tier
          WHEN 'new' THEN ${settings['tier.newContacts']}::int WHEN 'vip' THEN ${settings['tier.vipContacts']}::int
          ELSE ${settings['tier.existingContacts']}::int END),
    chosen AS (
      SELECT * FROM (SELECT DISTINCT ON (id) * FROM wanted ORDER BY id, turn) w
      ORDER BY turn, hashtext(no || cycle), id
      LIMIT (SELECT greatest(0, ${A_NIGHT.least}::int + (SELECT count(*) FROM "Customer" WHERE "dealershipId" = ${dealershipId}::uuid)
        / ${A_NIGHT.share}::int - (SELECT count(*) FROM known WHERE "createdAt" >= ${dayBegan}))))
    INSERT INTO "ContactTask" ("dealershipId", id, class, "listedAs", cycle, "vehicleId", "customerId", "ownerId", "planId",
      "discountBp", "dueOn", "nextAt", "createdAt", gift)
    SELECT ${dealershipId}::uuid, gen_random_uuid(), 'care', 'care', w.cycle, v."vehicleId", w.id,
      coalesce(a.id, p."ownerId"), p.id, coalesce(p."discountBp", 10000), w."dueOn", ${now}, ${now},
      CASE WHEN w.turn = 1 THEN ${settings['tier.festivalGift']} ELSE '' END
    FROM chosen w
    JOIN LATERAL (SELECT r."vehicleId" FROM "VehicleParty" r WHERE r."dealershipId" = ${dealershipId}::uuid AND r."customerId" = w.id
      AND r."until" IS NULL ORDER BY r.role, r.since DESC, r."vehicleId" LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT i."adviserId" FROM "Visit" i WHERE i."dealershipId" = ${dealershipId}::uuid
      AND i."vehicleId" = v."vehicleId" AND i."adviserId" IS NOT NULL ORDER BY i."arrivedAt" DESC LIMIT 1) i ON true
    LEFT JOIN "Staff" a ON a."dealershipId" = ${dealershipId}::uuid AND a.id = coalesce(w."preferredAdviserId", i."adviserId")
      AND a."disabledAt" IS NULL
    LEFT JOIN LATERAL (SELECT * FROM "ContactPlan" p WHERE p."dealershipId" = ${dealershipId}::uuid AND p.class = 'care'
      AND p."closedAt" IS NULL AND ${today}::date BETWEEN p."fromOn" AND p."toOn" ORDER BY p."createdAt" DESC LIMIT 1) p ON true
    ON CONFLICT DO NOTHING`
}
