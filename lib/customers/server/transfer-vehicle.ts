import 'server-only'
import * as z from 'zod'
import { day, id, optional, phone, requiredText, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, instant } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkTransfer, SOLD } from '../transfer'
import { customerWithPhone } from './register-customer'

export const TransferVehicle = z.object({
  vehicleId: id,
  on: day,
  name: requiredText(60),
  phone,
  formOfAddress: text(20).default(''),
})

/**
 * A car changes hands on a day: the new owner, known by the telephone or new, gets its file; who owned, brought or paid for it
 * until then keeps the own visits and nothing of what comes. What is planned about the car ends, recalls go on with the new owner
 * (X-CRM-10). Refuses as `checkTransfer` and `common.not-found`.
 */
export const transferVehicle = command(
  'vehicle.transfer',
  TransferVehicle,
  async ({ tx, actor: { dealershipId, id: byId }, now }, { vehicleId, on, ...person }) => {
    const car = await tx.vehicle.findUnique({
      where: { dealershipId_id: { dealershipId, id: vehicleId } },
      select: { vehicleParties: { where: { until: null } } },
    })
    if (!car) throw new Refusal('common.not-found')
    const { timeZone } = await thisDealership(tx, dealershipId)
    const owner = car.vehicleParties.find(({ role }) => role === 'owner')
    const { id: newId } = await customerWithPhone(tx, { dealershipId, now, ...person, source: 'store' })
    checkTransfer({
      on,
      today: dayOf(now, timeZone),
      ownedSince: owner ? dayOf(owner.since, timeZone) : null,
      sameOwner: owner?.customerId === newId,
    })
    const at = new Date(
      Math.max(+instant(on, '00:00', timeZone), ...car.vehicleParties.map(({ since }) => +since)),
    )
    await tx.vehicleParty.updateMany({
      where: { dealershipId, vehicleId, until: null },
      data: { until: at, endReason: SOLD },
    })
    const made = await tx.vehicleParty.create({
      data: {
        dealershipId, vehicleId, customerId: newId, role: 'owner', since: at, reason: 'transfer', confirmedAt: now, byId,
      }, // prettier-ignore
      select: { id: true },
    })
    await endPlanned(tx, { dealershipId, vehicleId, newId, partyId: made.id, now })
    const openBookings = await tx.appointment.count({
      where: {
        dealershipId,
        vehicleId,
        customerId: { not: newId },
        status: { in: ['requested', 'confirmed', 'waitingParts', 'ready'] },
        startsAt: { gt: now },
      },
    })
    return {
      result: { vehicleId, customerId: newId, openBookings },
      subject: { type: 'vehicle', id: vehicleId },
      facts: { fromId: owner?.customerId ?? null, toId: newId, on, openBookings },
    }
  },
)

type Sold = { dealershipId: string; vehicleId: string; newId: string; partyId: string; now: Date }

/**
 * Contacts of the old owner end and leave their cycle, so that the night lists the car for its new one; open recalls are written
 * anew for the new owner, because the link of the old one must not speak of anybody else.
 */
async function endPlanned(tx: Tx, { dealershipId, vehicleId, newId, partyId, now }: Sold) {
  const recalls = await tx.contactTask.findMany({
    where: { dealershipId, vehicleId, status: 'open', class: 'recall', customerId: { not: newId } },
  })
  await tx.$executeRaw`
    UPDATE "ContactTask" SET status = CASE WHEN status = 'open' THEN 'closed' ELSE status END,
      "closedAt" = coalesce("closedAt", ${now}), reason = CASE WHEN status = 'open' THEN ${SOLD} ELSE reason END,
      cycle = cycle || ':' || ${partyId}
    WHERE "dealershipId" = ${dealershipId}::uuid AND "vehicleId" = ${vehicleId}::uuid AND "customerId" <> ${newId}::uuid
      AND status IN ('open', 'refused', 'optedOut', 'unreached')`
  for (const { id: _, createdAt: __, customerId: ___, remindedAt: ____, ...recall } of recalls)
    await tx.contactTask.create({
      data: { ...recall, customerId: newId, nextAt: now, createdAt: now },
      select: { id: true },
    })
  await tx.followUp.updateMany({
    where: {
      dealershipId,
      vehicleId,
      kind: 'nextService',
      status: { in: ['planned', 'due', 'overdue'] },
      customerId: { not: newId },
    },
    data: { status: 'skipped', reason: SOLD, closedAt: now },
  })
  await tx.waitingEntry.updateMany({
    where: { dealershipId, vehicleId, status: 'waiting', customerId: { not: newId } },
    data: { status: 'withdrawn' },
  })
}

/**
 * Who brings a car or pays for it, and why that changes (X-CRM-10); without a name nobody else does any more. The owner changes by
 * `transferVehicle`. Refuses `common.not-found`.
 */
export const setParty = command(
  'vehicle.setParty',
  z
    .object({
      vehicleId: id,
      role: z.enum(['sender', 'payer'], 'required'),
      name: text(60).default(''),
      phone: optional(phone),
      reason: requiredText(200),
    })
    .refine(({ name, phone: number }) => !name === !number, { path: ['phone'], message: 'required' }),
  async (
    { tx, actor: { dealershipId, id: byId }, now },
    { vehicleId, role, name, phone: number, reason },
  ) => {
    const car = await tx.vehicle.findUnique({
      where: { dealershipId_id: { dealershipId, id: vehicleId } },
      select: { id: true },
    })
    if (!car) throw new Refusal('common.not-found')
    const person =
      number && (await customerWithPhone(tx, { dealershipId, now, name, phone: number, source: 'store' }))
    const current = await tx.vehicleParty.findFirst({ where: { dealershipId, vehicleId, role, until: null } })
    const same = current?.customerId === (person ? person.id : undefined)
    if (current && !same)
      await tx.vehicleParty.update({
        where: { dealershipId_id: { dealershipId, id: current.id } },
        data: { until: now, endReason: reason },
        select: { id: true },
      })
    if (person && !same)
      await tx.vehicleParty.create({
        data: { dealershipId, vehicleId, customerId: person.id, role, since: now, reason, byId },
        select: { id: true },
      })
    return {
      result: { vehicleId },
      subject: { type: 'vehicle', id: vehicleId },
      facts: { role, customerId: person ? person.id : null },
    }
  },
)
