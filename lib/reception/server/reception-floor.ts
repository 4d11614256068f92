import 'server-only'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import { query } from '@/lib/server/doors'
import type { Floor } from '../floor'

/** What the reception has to know besides the cars: weather, bays, small things asked for, in one statement (S2-07, S2-10, S2-13, S2-78). */
export const receptionFloor = query(
  'visit.list',
  z.object({}),
  async ({ tx, actor, now }): Promise<Floor> => {
    const { dealershipId, id } = actor
    const judges = may(actor, 'unmet.judge')
    const [floor] = await tx.$queryRaw<Floor[]>`
    WITH house AS (SELECT d.id, (${now}::timestamptz AT TIME ZONE d."timeZone")::date AS day FROM "Dealership" d WHERE d.id = ${dealershipId}::uuid)
    SELECT (SELECT w.kind FROM "DayWeather" w WHERE w."dealershipId" = house.id AND w.day = house.day) AS weather,
      COALESCE((SELECT json_agg(json_build_object('id', b.id, 'name', b.name, 'nameEn', b."nameEn", 'car', c.car) ORDER BY b.position, b.id)
        FROM "Bay" b LEFT JOIN LATERAL (
          SELECT json_build_object('visitId', i.id, 'plate', v.plate, 'status', i.status, 'adviser',
            CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('name', s.name, 'nameEn', s."nameEn") END) AS car
          FROM "Visit" i JOIN "Vehicle" v ON v."dealershipId" = i."dealershipId" AND v.id = i."vehicleId"
          LEFT JOIN "Staff" s ON s."dealershipId" = i."dealershipId" AND s.id = i."adviserId"
          WHERE i."dealershipId" = b."dealershipId" AND i."receptionBayId" = b.id
            AND i.status IN ('waitingGreeting', 'greeted', 'inspecting', 'recordSigned')) c ON true
        WHERE b."dealershipId" = house.id AND b.kind = 'reception' AND b."disabledAt" IS NULL), '[]') AS bays,
      COALESCE((SELECT json_agg(json_build_object('id', e.id, 'visitId', e."visitId", 'text', e.text, 'plate', v.plate,
          'by', json_build_object('name', s.name, 'nameEn', s."nameEn")) ORDER BY e."askedAt")
        FROM "VisitErrand" e JOIN "Visit" i ON i."dealershipId" = e."dealershipId" AND i.id = e."visitId"
        JOIN "Vehicle" v ON v."dealershipId" = i."dealershipId" AND v.id = i."vehicleId"
        JOIN "Staff" s ON s."dealershipId" = e."dealershipId" AND s.id = e."askedById"
        WHERE e."dealershipId" = house.id AND e."forId" = ${id}::uuid AND e."doneAt" IS NULL
          AND i.status NOT IN ('closed', 'leftWithoutOrder')), '[]') AS errands,
      (SELECT count(*)::int FROM "UnmetCar" u WHERE u."dealershipId" = house.id AND u."judgedAt" IS NULL
        AND (${judges} OR (u."staffId" = ${id}::uuid AND u."answeredAt" IS NULL))) AS unmet,
      EXISTS (SELECT 1 FROM "ShiftCheck" k WHERE k."dealershipId" = house.id AND k."staffId" = ${id}::uuid AND k.day = house.day) AS checked
    FROM house`
    return floor ?? { weather: null, bays: [], errands: [], unmet: 0, checked: false }
  },
)
