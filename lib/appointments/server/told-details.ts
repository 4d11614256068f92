import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import type { z } from 'zod'
import { isTold } from '../fault-questions'
import type { ToldAtBooking } from '../schemas'
import { pickUpMetres } from '../way'

type Told = z.output<typeof ToldAtBooking>
type Of = { vehicleId: string; staff: boolean; settings: Settings }

/**
 * What was told with a booking, as it is kept with it; the same for a booking and for a wait for one (S1-30). Refuses
 * `appointment.pick-up-address`, `pickUp.too-far`, and `appointment.comeback-order` for an order that is not of this car.
 */
export async function toldDetails(tx: Tx, { vehicleId, staff, settings }: Of, told: Told) {
  const { pickUp, pickUpAddress, pickUpFrom = null, loaner, concern, fault, remarks, difficult, plan } = told
  if (pickUp && !pickUpAddress) throw new Refusal('appointment.pick-up-address')
  return {
    kind: staff ? told.kind : ('passive' as const),
    pickUp,
    pickUpAddress,
    pickUpMetres: pickUp
      ? pickUpMetres(settings['place.coordinates'], pickUpFrom, settings['pickup.radiusKm'])
      : null,
    loaner,
    concern,
    ...(isTold(fault) ? { fault } : {}),
    remarks,
    difficult,
    plan,
    comebackOfId: await earlierOrder(tx, vehicleId, told),
    odometerKm: told.odometerKm ?? null,
    ...(staff && { callSeconds: told.callSeconds ?? null, callSteps: [...new Set(told.callSteps)] }),
  }
}

/** The order a come-back refers to: the one named, else the last one of the car; null when it is no come-back. */
async function earlierOrder(
  tx: Tx,
  vehicleId: string,
  { comeback, comebackOrderNo }: Pick<Told, 'comeback' | 'comebackOrderNo'>,
): Promise<string | null> {
  if (!comeback) return null
  const order = await tx.repairOrder.findFirst({
    where: { vehicleId, ...(comebackOrderNo ? { no: comebackOrderNo } : {}) },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  if (!order && comebackOrderNo) throw new Refusal('appointment.comeback-order')
  return order?.id ?? null
}
