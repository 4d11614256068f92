import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { limit } from '@/lib/server/rate-limit'
import { REVEAL_REASONS, type Revealed, type RevealReason } from '../reveal'

/** So many numbers an hour one person may look at in full. */
export const REVEALS_AN_HOUR = 40
const reason = z.enum(REVEAL_REASONS, 'required')

const bounded = {
  before: async ({ dealershipId, id: who }: Actor) => {
    await limit('reveal', `${dealershipId}:${who}`, REVEALS_AN_HOUR, 3600)
  },
}

type Look = {
  dealershipId: string
  byId: string | null
  at: Date
  what: Revealed
  reason: RevealReason
  customerId?: string
  vehicleId?: string
}

async function keepLook(tx: Tx, { byId, ...look }: Look) {
  if (!byId) throw new Refusal('auth.forbidden')
  await tx.accessEntry.create({ data: { ...look, byId }, select: { id: true } })
}

/**
 * A telephone of a customer in full; who looked, at what and why stays in the access log (X-SEC-04, F50). Refuses
 * `common.not-found`, and `auth.too-many-requests` past forty looks an hour.
 */
export const revealPhone = command(
  'customer.reveal',
  z.object({ customerId: id, what: z.enum(['phone', 'phone2']).default('phone'), reason }),
  async ({ tx, actor: { dealershipId, id: byId }, now: at }, { customerId, what, reason: why }) => {
    const customer = await tx.customer.findUnique({
      where: { dealershipId_id: { dealershipId, id: customerId } },
      select: { phone: true, phone2: true },
    })
    if (!customer) throw new Refusal('common.not-found')
    await keepLook(tx, { dealershipId, byId, at, what, reason: why, customerId })
    return {
      result: { value: customer[what] },
      subject: { type: 'customer', id: customerId },
      facts: { what, reason: why },
    }
  },
  bounded,
)

/** The VIN of a car in full; refuses and is kept as `revealPhone`. */
export const revealVin = command(
  'vehicle.reveal',
  z.object({ vehicleId: id, reason }),
  async ({ tx, actor: { dealershipId, id: byId }, now: at }, { vehicleId, reason: why }) => {
    const vehicle = await tx.vehicle.findUnique({
      where: { dealershipId_id: { dealershipId, id: vehicleId } },
      select: { vin: true },
    })
    if (!vehicle?.vin) throw new Refusal('common.not-found')
    await keepLook(tx, { dealershipId, byId, at, what: 'vin', reason: why, vehicleId })
    return {
      result: { value: vehicle.vin },
      subject: { type: 'vehicle', id: vehicleId },
      facts: { what: 'vin', reason: why },
    }
  },
  bounded,
)
