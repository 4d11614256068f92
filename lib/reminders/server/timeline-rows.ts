import 'server-only'
import { Prisma } from '@/lib/server/db'
import { TIMELINE_EVENTS, type TimelineKind } from '@/lib/customers/timeline'

export type TimelineScope = { dealershipId: string; customerId: string | null; vehicleId: string | null }

const sql = Prisma.sql
const v = sql`v."vehicleId"`
const BY = [sql`v."customerId"`]
const PARTIES = [sql`v."senderId"`, sql`v."ownerId"`, sql`v."payerId"`]

/**
 * The rows `v` of a scope: `who` may stand in any of several columns; the timeline of a car leaves the person out, that of a person
 * may be about one car.
 */
const only = (
  { dealershipId, customerId, vehicleId }: TimelineScope,
  who: Prisma.Sql[] = BY,
  car: Prisma.Sql = v,
) =>
  Prisma.join(
    [
      sql`v."dealershipId" = ${dealershipId}::uuid`,
      ...(customerId
        ? [
            sql`(${Prisma.join(
              who.map((column) => sql`${column} = ${customerId}::uuid`),
              ' OR ',
            )})`,
          ]
        : []),
      ...(vehicleId ? [sql`${car} = ${vehicleId}::uuid`] : []),
    ],
    ' AND ',
  )

const row = (
  kind: TimelineKind,
  id: Prisma.Sql,
  at: Prisma.Sql,
  car: Prisma.Sql,
  target: Prisma.Sql,
  facts: Prisma.Sql,
) =>
  sql`SELECT ${kind}::text AS kind, ${id} AS id, ${at} AS at, ${car} AS "vehicleId", ${target} AS target, ${facts} AS facts`

const none = sql`NULL::uuid`

/** One part of the statement for each kind; all have the columns kind, id, at, vehicleId, target, facts. */
export const timelineParts = (scope: TimelineScope): Record<TimelineKind, Prisma.Sql> => ({
  booking: sql`${row('booking', sql`v.id`, sql`v."createdAt"`, v, sql`v.id`, sql`jsonb_build_object('no', v.no, 'status', v.status, 'startsAt', v."startsAt")`)}
    FROM "Appointment" v WHERE ${only(scope)}`,
  visit: sql`${row('visit', sql`v.id`, sql`v."arrivedAt"`, v, sql`v.id`, sql`jsonb_build_object('no', v.no, 'status', v.status)`)}
    FROM "Visit" v WHERE ${only(scope, PARTIES)}`,
  order: sql`${row('order', sql`v.id`, sql`v."createdAt"`, v, sql`v.id`, sql`jsonb_build_object('no', v.no, 'status', v.status, 'works', j.works)`)}
    FROM "RepairOrder" v LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('name', j.title, 'nameEn', j."titleEn") ORDER BY j.position) AS works
      FROM "Job" j WHERE j."dealershipId" = v."dealershipId" AND j."orderId" = v.id AND j.status NOT IN ('declined', 'cancelled')) j ON true
    WHERE ${only(scope)} AND v.status <> 'cancelled'`,
  declined: sql`${row('declined', sql`j.id`, sql`v."createdAt"`, v, sql`v.id`, sql`jsonb_build_object('name', j.title, 'nameEn', j."titleEn", 'reason', coalesce(j."declineReason", ''))`)}
    FROM "RepairOrder" v JOIN "Job" j ON j."dealershipId" = v."dealershipId" AND j."orderId" = v.id AND j.status = 'declined'
    WHERE ${only(scope)}`,
  message: sql`${row('message', sql`v.id`, sql`v."createdAt"`, sql`coalesce(a."vehicleId", t."vehicleId")`, none, sql`jsonb_build_object('template', v.template, 'status', v.status, 'channel', v.channel)`)}
    FROM "OutboxMessage" v
    LEFT JOIN "Appointment" a ON a."dealershipId" = v."dealershipId" AND a.id = v."appointmentId"
    LEFT JOIN "Visit" t ON t."dealershipId" = v."dealershipId" AND t.id = v."visitId"
    WHERE ${only(scope, BY, sql`coalesce(a."vehicleId", t."vehicleId")`)}`,
  call: sql`${row('call', sql`c.id`, sql`c.at`, v, none, sql`jsonb_build_object('about', 'reminder', 'result', c.result, 'note', c.summary)`)}
    FROM "ContactTask" v JOIN "ContactAttempt" c ON c."dealershipId" = v."dealershipId" AND c."taskId" = v.id AND NOT c.written
    WHERE ${only(scope)}
    UNION ALL ${row('call', sql`c.id`, sql`c.at`, v, none, sql`jsonb_build_object('about', 'followUp', 'result', c.result, 'note', c.note)`)}
    FROM "FollowUp" v JOIN "FollowUpAttempt" c ON c."dealershipId" = v."dealershipId" AND c."followUpId" = v.id
    WHERE ${only(scope)}
    UNION ALL ${row('call', sql`c.id`, sql`c.at`, v, sql`v.id`, sql`jsonb_build_object('about', 'booking', 'result', CASE c.result WHEN 'notReached' THEN 'notReached' ELSE 'reached' END, 'note', c.reason)`)}
    FROM "Appointment" v JOIN "AppointmentConfirmation" c ON c."dealershipId" = v."dealershipId" AND c."appointmentId" = v.id AND c.channel = 'phone'
    WHERE ${only(scope)}`,
  complaint: sql`${row('complaint', sql`v.id`, sql`v."receivedAt"`, v, sql`v.id`, sql`jsonb_build_object('no', v.no, 'status', v.status, 'type', v.type)`)}
    FROM "Complaint" v WHERE ${only(scope)}`,
  rating: sql`${row('rating', sql`v.id`, sql`v.at`, sql`o."vehicleId"`, sql`o.id`, sql`jsonb_build_object('satisfaction', v.satisfaction, 'stars', v."adviserStars", 'text', v.text)`)}
    FROM "Rating" v JOIN "RepairOrder" o ON o."dealershipId" = v."dealershipId" AND o.id = v."orderId"
    WHERE ${only(scope, BY, sql`o."vehicleId"`)}`,
  gift: sql`${row('gift', sql`g."giftId"`, sql`g.at`, v, sql`v.id`, sql`jsonb_build_object('name', b.name, 'nameEn', b."nameEn")`)}
    FROM "Visit" v JOIN "VisitGift" g ON g."dealershipId" = v."dealershipId" AND g."visitId" = v.id
    JOIN "BookingGift" b ON b."dealershipId" = g."dealershipId" AND b.id = g."giftId" WHERE ${only(scope, [sql`v."senderId"`])}`,
  reading: scope.customerId
    ? sql`${row('reading', sql`r.id`, sql`r.at`, sql`r."vehicleId"`, none, sql`jsonb_build_object('km', r.km, 'source', r.source)`)}
    FROM (SELECT DISTINCT v."vehicleId" FROM "VehicleParty" v WHERE ${only(scope)}) c
    JOIN "OdometerReading" r ON r."dealershipId" = ${scope.dealershipId}::uuid AND r."vehicleId" = c."vehicleId"
    WHERE EXISTS (SELECT 1 FROM "VehicleParty" v WHERE ${only(scope)} AND v."vehicleId" = r."vehicleId"
      AND (v."until" IS NULL OR r.at < v."until") AND (v."confirmedAt" IS NULL OR r.at >= v.since))`
    : sql`${row('reading', sql`v.id`, sql`v.at`, v, none, sql`jsonb_build_object('km', v.km, 'source', v.source)`)}
    FROM "OdometerReading" v WHERE ${only(scope)}`,
  consent: sql`${row('consent', sql`v.id`, sql`v.at`, none, none, sql`jsonb_build_object('kind', v.kind, 'given', v.given, 'channel', v.channel)`)}
    FROM "Consent" v WHERE ${only(scope, BY, none)}`,
  change: sql`${row('change', sql`v.id`, sql`v.at`, none, none, sql`jsonb_build_object('event', v.name, 'by', v."actorName", 'facts', v.facts)`)}
    FROM "Event" v WHERE v."dealershipId" = ${scope.dealershipId}::uuid AND v.name IN (${Prisma.join([...TIMELINE_EVENTS])})
      AND v."subjectId" = ANY(ARRAY(${subjectsOf(scope)})) AND ${changesOf(scope)}`,
})

/** Whose events they are: of the file and of those that have become part of it, and of its cars. */
const subjectsOf = ({ dealershipId, customerId, vehicleId }: TimelineScope) =>
  customerId && !vehicleId
    ? sql`SELECT ${customerId}::uuid UNION SELECT m.id FROM "Customer" m
        WHERE m."dealershipId" = ${dealershipId}::uuid AND m."mergedIntoId" = ${customerId}::uuid
        UNION SELECT p."vehicleId" FROM "VehicleParty" p WHERE p."dealershipId" = ${dealershipId}::uuid AND p."customerId" = ${customerId}::uuid`
    : sql`SELECT ${vehicleId}::uuid`

/** Of what happened to a car, a person's timeline has what the person took part in. */
const changesOf = ({ customerId }: TimelineScope) =>
  customerId
    ? sql`(v."subjectType" = 'customer' OR ${customerId} IN (v.facts->>'fromId', v.facts->>'toId', v.facts->>'customerId'))`
    : sql`true`
