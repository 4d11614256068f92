import 'server-only'
import { packageQuote } from '@/lib/catalogue/server/package-quote'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import type { NextService } from '../next-service'
import { ofVisit } from '../schemas'

type Car = { dealershipId: string; vehicleId: string; day: string }

/**
 * The next service of a car as it is told to the customer: when, at how many kilometres, what is done, what it costs on the day and how
 * long it takes (S2-46). Price and work are left out while no package is known for it or the catalogue has no price. Null when nothing is due.
 */
export async function nextServiceOf(
  tx: Tx,
  { dealershipId, vehicleId, day }: Car,
): Promise<NextService | null> {
  const vehicle = await tx.vehicle.findUnique({
    where: { dealershipId_id: { dealershipId, id: vehicleId } },
    select: {
      model: true,
      nextServiceOn: true,
      nextServiceKm: true,
      vehicleDue: { select: { dueOn: true, dueKm: true, packageId: true } },
    },
  })
  const due = vehicle?.vehicleDue
  const on = due?.dueOn ?? vehicle?.nextServiceOn ?? null
  const km = due?.dueKm ?? vehicle?.nextServiceKm ?? null
  if (!vehicle || (!on && km === null)) return null
  const quote = due?.packageId ? await priced(tx, due.packageId, vehicle.model, day) : null
  return { on: on && fromDateColumn(on), km, ...(quote ?? {}) }
}

async function priced(tx: Tx, packageId: string, model: string, day: string) {
  try {
    const { name, nameEn, operations, labourFen, partsFen, minutes } = await packageQuote(
      tx,
      packageId,
      model,
      day,
    )
    const items = operations.map((operation) => ({ name: operation.name, nameEn: operation.nameEn }))
    return { name, nameEn, items, priceFen: labourFen + partsFen, minutes }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The same for the walk-around of a visit. */
export const nextService = query('reception.inspect', ofVisit, async ({ tx, actor, now }, { visitId }) => {
  const { dealershipId } = actor
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { vehicleId: true },
  })
  if (!visit) throw new Refusal('common.not-found')
  const { timeZone } = await thisDealership(tx, dealershipId)
  return nextServiceOf(tx, { dealershipId, vehicleId: visit.vehicleId, day: dayOf(now, timeZone) })
})
