import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { registerCustomerAndVehicle } from '@/lib/customers/server/register-customer'
import type { Tx } from '@/lib/server/db'
import type { z } from 'zod'
import type { BookAppointment } from '../schemas'

type Comer = Pick<
  z.output<typeof BookAppointment>,
  'customerId' | 'vehicleId' | 'plate' | 'vin' | 'brand' | 'model' | 'odometerKm' | 'name' | 'phone' | 'formOfAddress' | 'locale' | 'channel'
> // prettier-ignore

/** How somebody has asked for a place. */
export const channelOf = (actor: Actor, input: Pick<Comer, 'channel'>) =>
  actor.kind === 'staff' ? input.channel : actor.kind === 'integration' ? 'api' : 'online'

type Who = {
  customerId: string
  vehicleId: string
  plate: string
  model: string
  locale: string
  phone: string
  preferredAdviserId: string | null
}

/**
 * The customer and the car of a booking, found or registered. Refuses `appointment.who-comes` without name and telephone, and
 * `common.not-found`.
 */
export async function whoComes(tx: Tx, actor: Actor, input: Comer, now: Date): Promise<Who> {
  const { dealershipId } = actor
  const trusted = actor.kind === 'staff' || actor.kind === 'integration'
  const knownCustomerId = actor.kind === 'customer' ? actor.id : trusted ? input.customerId : undefined
  const key = (id: string) => ({ dealershipId_id: { dealershipId, id } })
  const known = knownCustomerId ? await tx.customer.findUnique({ where: key(knownCustomerId) }) : null
  if (knownCustomerId && !known) throw new Refusal('common.not-found')
  const car = trusted && input.vehicleId ? await tx.vehicle.findUnique({ where: key(input.vehicleId) }) : null
  if (trusted && input.vehicleId && !car) throw new Refusal('common.not-found')
  if (!known && (!input.name || !input.phone)) throw new Refusal('appointment.who-comes')
  const registered =
    known && car
      ? { customerId: known.id, vehicleId: car.id }
      : await registerCustomerAndVehicle(tx, {
          ...input,
          dealershipId,
          now,
          plate: car?.plate === car?.vin ? input.plate : (car?.plate ?? input.plate),
          vin: car?.vin ?? input.vin,
          name: known?.name ?? input.name ?? '',
          phone: known?.phone ?? input.phone ?? '',
          source: channelOf(actor, input),
          phoneProven: actor.kind === 'visitor',
        })
  const customer = await tx.customer.findUniqueOrThrow({ where: key(registered.customerId) })
  const vehicle = await tx.vehicle.findUniqueOrThrow({ where: key(registered.vehicleId) })
  return {
    customerId: customer.id,
    vehicleId: vehicle.id,
    plate: vehicle.plate,
    model: vehicle.model || input.model,
    locale: customer.locale,
    phone: customer.phone,
    preferredAdviserId: customer.preferredAdviserId,
  }
}

/** The adviser asked for; refuses `common.not-found` for anybody who is none. */
export async function adviserWanted(tx: Tx, dealershipId: string, id: string | null): Promise<string | null> {
  if (!id) return null
  const adviser = await tx.staff.findFirst({
    where: { dealershipId, id, disabledAt: null, roles: { hasSome: ['serviceAdviser', 'receptionAdviser'] } },
    select: { id: true },
  })
  if (!adviser) throw new Refusal('common.not-found')
  return id
}
