import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import { maskedPlate } from '../masked'

type Named = { name: string; nameEn: string }
export type BayOnScreen = Named & { id: string; plate: string | null; adviser: Named | null }

/** The screen over the reception bays: each by its name, with the car that belongs there, its plate masked before it leaves the server, and who receives it (S2-13, X-SEC-09). */
export const bayScreen = query('visit.list', z.object({}), async ({ tx, actor }) => {
  const { dealershipId } = actor
  const bays = await tx.$queryRaw<BayOnScreen[]>`
    SELECT b.id::text AS id, b.name, b."nameEn", v.plate, CASE WHEN s.id IS NULL THEN NULL
      ELSE json_build_object('name', s.name, 'nameEn', s."nameEn") END AS adviser
    FROM "Bay" b
    LEFT JOIN "Visit" i ON i."dealershipId" = b."dealershipId" AND i."receptionBayId" = b.id
      AND i.status IN ('waitingGreeting', 'greeted', 'inspecting', 'recordSigned')
    LEFT JOIN "Vehicle" v ON v."dealershipId" = i."dealershipId" AND v.id = i."vehicleId"
    LEFT JOIN "Staff" s ON s."dealershipId" = i."dealershipId" AND s.id = i."adviserId"
    WHERE b."dealershipId" = ${dealershipId}::uuid AND b.kind = 'reception' AND b."disabledAt" IS NULL
    ORDER BY b.position, b.id`
  return bays.map(({ plate, ...bay }) => ({ ...bay, plate: plate && maskedPlate(plate) }))
})
