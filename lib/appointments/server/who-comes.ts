import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { fileCustomerAndVehicle } from '@/lib/customers/server/register-customer'
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
 * The customer and the car of a booking, found or registered; new files wait to be written with the booking (see `later`). Refuses `appointment.who-comes` without name and telephone, and
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
  if (known && car)
    return {
      customerId: known.id,
      vehicleId: car.id,
      plate: car.plate,
      model: car.model || input.model,
      locale: known.locale,
      phone: known.phone,
      preferredAdviserId: known.preferredAdviserId,
    }
  const phone = known?.phone ?? input.phone ?? ''
  const registered = await fileCustomerAndVehicle(tx, {
    ...input,
    dealershipId,
    now,
    plate: car?.plate === car?.vin ? input.plate : (car?.plate ?? input.plate),
    vin: car?.vin ?? input.vin,
    name: known?.name ?? input.name ?? '',
    phone,
    source: channelOf(actor, input),
    phoneProven: actor.kind === 'visitor',
  })
  return { ...registered, model: registered.model || input.model, phone }
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
