import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'
import type { Tx } from '@/lib/server/db'
import { promiseRisk, type JudgedPromise } from '../promise-risk'

type Row = {
  orderId: string
  status: RepairOrderStatus
  promisedAt: Date | null
  promisedTo: Date | null
  readyAt: Date | null
  plannedEnd: Date | null
  unplannedMinutes: number
  stopped: boolean
}

/** How the promises of these orders stand at `now`, by order id; one SQL statement. */
export async function promiseRisks(
  tx: Tx,
  orderIds: readonly string[],
  now: Date,
): Promise<Map<string, JudgedPromise>> {
  if (!orderIds.length) return new Map()
  const bufferMinutes = (await settingsOf(tx))['promise.bufferMinutes']
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.id AS "orderId", o.status, o."promisedAt", o."promisedTo", o."readyAt",
      max(p."endsAt") AS "plannedEnd",
      COALESCE(sum(j.minutes) FILTER (WHERE p.id IS NULL AND j.status IN ('queued', 'rework')), 0)::int AS "unplannedMinutes",
      (COALESCE(bool_or(j.status = 'paused' AND EXISTS (SELECT 1 FROM "Clocking" c
          WHERE c."jobId" = j.id AND c."pauseReason" IN ('parts', 'approval', 'oem')
          AND c."startsAt" = (SELECT max(l."startsAt") FROM "Clocking" l WHERE l."jobId" = j.id))), false)
        OR EXISTS (SELECT 1 FROM "AdditionalWork" w WHERE w."orderId" = o.id AND w.status IN ('sent', 'expired'))) AS stopped
    FROM "RepairOrder" o LEFT JOIN "Job" j ON j."orderId" = o.id AND j.status IN ('queued', 'assigned', 'inWork', 'paused', 'rework')
      LEFT JOIN "PlanEntry" p ON p."jobId" = j.id AND p.status IN ('planned', 'active')
    WHERE o.id = ANY(${[...orderIds]}::uuid[])
    GROUP BY o.id, o."dealershipId"`
  return new Map(
    rows.flatMap(({ orderId, ...facts }) => {
      const judged = promiseRisk({ ...facts, bufferMinutes }, now)
      return judged ? [[orderId, judged] as const] : []
    }),
  )
}
