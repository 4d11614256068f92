import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { byArrivalOrder } from '../arrival-queue'
import type { Arriving, InHouse } from '../arrivals'

const LEAVING = ['ready', 'settling', 'paid']

/** The three lanes of the day: booked cars still to come, cars in the house in the order of reception, cars to hand over. */
export const today = query(
  'visit.list',
  z.object({ mine: z.boolean().default(false) }),
  async ({ tx, actor, now }, { mine }) => {
    const { dealershipId } = actor
    const { timeZone } = await thisDealership(tx, dealershipId)
    const settings = await settingsOf(tx)
    const { start, end } = dayInterval(dayOf(now, timeZone), timeZone)
    const only = mine ? actor.id : null
    const arriving = await tx.$queryRaw<Arriving[]>`
    SELECT a.id::text AS "appointmentId", a.no, a.status::text, a."startsAt", a.concern, a.waiting::text,
      v.plate, v."plateKind", v.model, c.name, c."formOfAddress", c.tier = 'vip' AS vip, c."complaintSensitive" AS sensitive,
      a."adviserId"::text, CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('name', s.name, 'nameEn', s."nameEn") END AS adviser,
      o.no AS "comebackNo",
      COALESCE((SELECT array_agg(name_in(i.description, COALESCE(k."nameEn", l."nameEn"), ${actor.locale}) ORDER BY i.position) FROM "AppointmentItem" i
        LEFT JOIN "ServicePackage" k ON k."dealershipId" = i."dealershipId" AND k.id = i."packageId"
        LEFT JOIN "LabourOperation" l ON l."dealershipId" = i."dealershipId" AND l.id = i."operationId"
        WHERE i."dealershipId" = a."dealershipId" AND i."appointmentId" = a.id AND i.answer IN ('requested', 'accepted')), '{}') AS wishes,
      t.done AS "preparedTasks", t.all AS "allTasks", t.reception AS "receptionPrepared"
    FROM "Appointment" a
    JOIN "Vehicle" v ON v."dealershipId" = a."dealershipId" AND v.id = a."vehicleId"
    JOIN "Customer" c ON c."dealershipId" = a."dealershipId" AND c.id = a."customerId"
    LEFT JOIN "Staff" s ON s."dealershipId" = a."dealershipId" AND s.id = a."adviserId"
    LEFT JOIN "RepairOrder" o ON o."dealershipId" = a."dealershipId" AND o.id = a."comebackOfId"
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE p.kind <> 'reception')::int AS all,
        count(p."doneAt") FILTER (WHERE p.kind <> 'reception')::int AS done,
        coalesce(bool_or(p.kind = 'reception' AND p."doneAt" IS NOT NULL), false) AS reception FROM "PreparationTask" p
      WHERE p."dealershipId" = a."dealershipId" AND p."appointmentId" = a.id) t
    WHERE a."dealershipId" = ${dealershipId}::uuid AND a."startsAt" >= ${start} AND a."startsAt" < ${end}
      AND a.status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'noShow')
      AND (${only}::uuid IS NULL OR a."adviserId" = ${only}::uuid)
    ORDER BY a."startsAt", a.id LIMIT 200`
    const inHouse = await tx.$queryRaw<InHouse[]>`
    SELECT i.id::text AS "visitId", i.no, i.status::text, a."startsAt" AS "bookedFor", cb.no AS "comebackNo",
      i."arrivedAt", i."greetedAt", i."atDeskAt", i."parkedAt", i.waiting::text,
      CASE WHEN b.id IS NULL THEN NULL ELSE json_build_object('name', b.name, 'nameEn', b."nameEn") END AS bay,
      v.plate, v."plateKind", v.model, c.name, c."formOfAddress", c.tier = 'vip' AS vip, c."complaintSensitive" AS sensitive,
      i."adviserId"::text, CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('name', s.name, 'nameEn', s."nameEn") END AS adviser,
      COALESCE((SELECT json_agg(json_build_object('id', o.id, 'no', o.no, 'status', o.status, 'promisedAt', o."promisedAt",
          'promisedTo', o."promisedTo", 'createdAt', o."createdAt", 'readyAt', o."readyAt",
          'minutesLeft', (SELECT COALESCE(sum(j.minutes), 0) FROM "Job" j WHERE j."dealershipId" = o."dealershipId" AND j."orderId" = o.id
            AND j.status IN ('queued', 'assigned', 'inWork', 'paused', 'rework'))) ORDER BY o."createdAt")
        FROM "RepairOrder" o WHERE o."dealershipId" = i."dealershipId" AND o."visitId" = i.id AND o.status <> 'cancelled'), '[]') AS orders
    FROM "Visit" i
    JOIN "Vehicle" v ON v."dealershipId" = i."dealershipId" AND v.id = i."vehicleId"
    JOIN "Customer" c ON c."dealershipId" = i."dealershipId" AND c.id = i."senderId"
    LEFT JOIN "Staff" s ON s."dealershipId" = i."dealershipId" AND s.id = i."adviserId"
    LEFT JOIN "Bay" b ON b."dealershipId" = i."dealershipId" AND b.id = i."receptionBayId"
    LEFT JOIN "Appointment" a ON a."dealershipId" = i."dealershipId" AND a.id = i."appointmentId"
    LEFT JOIN "RepairOrder" cb ON cb."dealershipId" = i."dealershipId" AND cb.id = coalesce(i."comebackOfId", a."comebackOfId")
    WHERE i."dealershipId" = ${dealershipId}::uuid AND i.status NOT IN ('closed', 'leftWithoutOrder')
      AND (${only}::uuid IS NULL OR i."adviserId" = ${only}::uuid)
    ORDER BY i."arrivedAt", i.id LIMIT 200`
    const leaves = ({ orders }: InHouse) =>
      orders.length > 0 && orders.every(({ status }) => LEAVING.includes(status))
    const reception = inHouse.filter(({ status }) => status !== 'ordered').sort(byArrivalOrder)
    const ordered = inHouse.filter((visit) => visit.status === 'ordered' && !leaves(visit)).sort(byPromise)
    return {
      arriving,
      inHouse: [...reception, ...ordered],
      toHandOver: inHouse.filter((v) => v.status === 'ordered' && leaves(v)),
      greetSeconds: settings['reception.greetSeconds'],
      bufferMinutes: settings['promise.bufferMinutes'],
    }
  },
)

const promise = ({ orders }: InHouse) =>
  Math.min(
    ...orders.map(({ promisedTo, promisedAt }) => Date.parse(promisedTo ?? promisedAt ?? '') || Infinity),
  )
const byPromise = (a: InHouse, b: InHouse) =>
  promise(a) - promise(b) || a.arrivedAt.getTime() - b.arrivedAt.getTime()
