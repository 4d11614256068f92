import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { DueClass } from '../due'

export type Listing = {
  id: string
  vehicleId: string
  customerId: string
  class: DueClass
  cycle: string
  ownerId: string | null
  packageId: string | null
  dueOn: string
}

type On = { dealershipId: string; now: Date; today: string; discountBp: number }

/**
 * Puts cars on their call list, once for each cycle: not while they are booked or in the house, not when the customer said
 * no in this cycle, not when somebody is calling already for the follow-up of the delivery (S8-06). That follow-up gives
 * way to the list, so that a car gets one reminder. A running plan of the class lends its offer; the plan's owner stands in
 * where no adviser is known.
 */
export async function listCars(
  tx: Tx,
  { dealershipId, now, today, discountBp }: On,
  cars: readonly Listing[],
) {
  if (cars.length === 0) return 0
  const listed = await tx.$queryRaw<{ vehicleId: string }[]>`
    INSERT INTO "ContactTask" ("dealershipId", id, class, "listedAs", cycle, "vehicleId", "customerId", "ownerId", "planId",
      "packageId", "discountBp", "dueOn", "nextAt", "createdAt")
    SELECT ${dealershipId}::uuid, c.id, c.class::"ContactClass", c.class::"ContactClass", c.cycle, c."vehicleId", c."customerId",
      coalesce(c."ownerId", p."ownerId"), p.id, coalesce(p."packageId", c."packageId"), coalesce(p."discountBp", ${discountBp}),
      c."dueOn", ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(cars)}::jsonb) AS c(id uuid, "vehicleId" uuid, "customerId" uuid, class text,
      cycle text, "ownerId" uuid, "packageId" uuid, "dueOn" date)
    LEFT JOIN LATERAL (SELECT * FROM "ContactPlan" p WHERE p."dealershipId" = ${dealershipId}::uuid AND p.class::text = c.class
      AND p."closedAt" IS NULL AND ${today}::date BETWEEN p."fromOn" AND p."toOn" ORDER BY p."createdAt" DESC LIMIT 1) p ON true
    WHERE NOT EXISTS (SELECT 1 FROM "ContactTask" t WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = c."vehicleId"
        AND t.class IN ('due', 'overdue', 'lost', 'winBack')
        AND (t.status IN ('open', 'booked') OR (t.cycle = c.cycle AND t.status IN ('refused', 'optedOut'))))
      AND NOT EXISTS (SELECT 1 FROM "Appointment" a WHERE a."dealershipId" = ${dealershipId}::uuid AND a."vehicleId" = c."vehicleId"
        AND a.status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived') AND a."startsAt" > ${now}::timestamptz - interval '1 day')
      AND NOT EXISTS (SELECT 1 FROM "Visit" w WHERE w."dealershipId" = ${dealershipId}::uuid AND w."vehicleId" = c."vehicleId"
        AND w.status NOT IN ('closed', 'leftWithoutOrder'))
      AND NOT EXISTS (SELECT 1 FROM "FollowUp" f WHERE f."dealershipId" = ${dealershipId}::uuid AND f."vehicleId" = c."vehicleId"
        AND f.kind = 'nextService' AND (f.status = 'attempted' OR (f.status IN ('done', 'unreached', 'complaintOpened')
          AND f."createdAt" >= c.cycle::date)))
    ON CONFLICT DO NOTHING
    RETURNING "vehicleId"`
  await tx.$executeRaw`
    UPDATE "FollowUp" SET status = 'skipped', reason = 'reminderList', "closedAt" = ${now}
    WHERE "dealershipId" = ${dealershipId}::uuid AND kind = 'nextService' AND status IN ('planned', 'due', 'overdue')
      AND "vehicleId" = ANY(${listed.map(({ vehicleId }) => vehicleId)}::uuid[])`
  return listed.length
}
