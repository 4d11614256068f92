import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import type { ScreenCar, ScreenRow } from '../guest'
import { maskedName, maskedPlate } from '../masked'
import { promiseRisks } from './promise-facts'

/** The wall of the lounge: cars in the house with plate and name masked before they leave the server (S4-06, X-SEC-09). */
export const loungeScreen = query('lounge.list', z.object({}), async ({ tx, now }): Promise<ScreenCar[]> => {
  const rows = await tx.$queryRaw<ScreenRow[]>`
    SELECT o.id AS "orderId", o.status, v.plate, c.name AS customer, o."promisedAt",
      count(j.id) FILTER (WHERE j.status IN ('queued', 'assigned', 'inWork', 'paused', 'done', 'rework', 'qcPassed', 'billed'))::int AS jobs,
      count(j.id) FILTER (WHERE j.status IN ('done', 'qcPassed', 'billed'))::int AS done
    FROM "RepairOrder" o JOIN "Vehicle" v ON v.id = o."vehicleId" JOIN "Visit" w ON w.id = o."visitId"
      JOIN "Customer" c ON c.id = w."senderId" LEFT JOIN "Job" j ON j."orderId" = o.id
    WHERE o.status IN ('queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing', 'ready', 'settling', 'paid')
    GROUP BY o."dealershipId", o.id, v.plate, c.name
    ORDER BY o.status NOT IN ('ready', 'settling', 'paid'), o."promisedAt" NULLS LAST, o.no LIMIT 48`
  const risks = await promiseRisks(
    tx,
    rows.map(({ orderId }) => orderId),
    now,
  )
  return rows.map(({ orderId, plate, customer, ...row }) => ({
    ...row,
    key: orderId,
    plate: maskedPlate(plate),
    customer: maskedName(customer),
    risk: risks.get(orderId)?.risk ?? null,
  }))
})
