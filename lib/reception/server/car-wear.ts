import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { ofVisit } from '../schemas'
import type { WheelsOfVisit } from '../wear'
import { wearOfCar } from '../wear'
import { limitsOf } from '../wheels'

const MOST_VISITS = 20

/** The wheels of a car as its signed records hold them, oldest first, in one statement; without the visit that is named. */
async function wheelVisits(tx: Tx, dealershipId: string, vehicleId: string, exceptVisitId: string | null) {
  const found = await tx.$queryRaw<WheelsOfVisit[]>`
    SELECT to_char(r."frozenAt" AT TIME ZONE d."timeZone", 'YYYY-MM-DD') AS on, r."odometerKm" AS km,
      jsonb_agg(jsonb_build_object('wheel', w.wheel, 'treadTenthMm', w."treadTenthMm", 'padTenthMm', w."padTenthMm",
        'pressureKpa', w."pressureKpa", 'dot', w.dot)) AS wheels
    FROM "Visit" v
    JOIN "Dealership" d ON d.id = v."dealershipId"
    JOIN "ReceptionRecord" r ON r."dealershipId" = v."dealershipId" AND r."visitId" = v.id AND r."frozenAt" IS NOT NULL
    JOIN "WheelReading" w ON w."dealershipId" = r."dealershipId" AND w."recordId" = r.id
    WHERE v."dealershipId" = ${dealershipId}::uuid AND v."vehicleId" = ${vehicleId}::uuid
      AND v.id IS DISTINCT FROM ${exceptVisitId}::uuid
    GROUP BY r.id, r."frozenAt", r."odometerKm", d."timeZone"
    ORDER BY r."frozenAt" DESC LIMIT ${MOST_VISITS}`
  return found.reverse()
}

/** Wheels of the earlier visits of this visit's car, against which those of today are read. */
export const earlierWheels = query('reception.inspect', ofVisit, async ({ tx, actor }, { visitId }) => {
  const { dealershipId } = actor
  return wheelVisits(tx, dealershipId, await vehicleOf(tx, dealershipId, visitId), visitId)
})

/** What wears on the car of a visit and when each part comes to its limit; for its customer too. */
export const visitWear = query('visit.read', ofVisit, async ({ tx, actor }, { visitId }) => {
  const { dealershipId } = actor
  if (actor.kind === 'customer' && actor.visitId !== visitId) throw new Refusal('common.not-found')
  return wearOf(tx, dealershipId, await vehicleOf(tx, dealershipId, visitId))
})

/** The same of a car in its file. */
export const vehicleWear = query(
  'vehicle.read',
  z.object({ vehicleId: id }),
  ({ tx, actor }, { vehicleId }) => wearOf(tx, actor.dealershipId, vehicleId),
)

async function wearOf(tx: Tx, dealershipId: string, vehicleId: string) {
  const limits = limitsOf(await settingsOf(tx))
  return { limits, parts: wearOfCar(await wheelVisits(tx, dealershipId, vehicleId, null), limits) }
}

async function vehicleOf(tx: Tx, dealershipId: string, visitId: string): Promise<string> {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { vehicleId: true },
  })
  if (!visit) throw new Refusal('common.not-found')
  return visit.vehicleId
}

export type CarWear = Awaited<ReturnType<typeof wearOf>>
