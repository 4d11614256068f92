import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'

/** 138****5678: enough to recognise, not enough to call. Short numbers are covered in full. */
export const maskedPhone = (phone: string): string =>
  phone.length < 7 ? phone.replace(/./g, '*') : `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** The last six of a VIN, which the workshop and the parts catalogue go by. */
export const maskedVin = (vin: string): string => (vin.length > 6 ? `*${vin.slice(-6)}` : vin)

/**
 * A telephone as this reader's work needs it: in full for who talks with customers, masked for the rest of the staff (R5, R64). What
 * customers and partners may read at all is decided elsewhere.
 */
export const phoneFor = (actor: Actor, phone: string): string =>
  actor.kind !== 'staff' || may(actor, 'customer.reveal') ? phone : maskedPhone(phone)

/** A VIN as this reader's work needs it. */
export const vinFor = <Vin extends string | null>(actor: Actor, vin: Vin): Vin =>
  (actor.kind !== 'staff' || may(actor, 'vehicle.reveal') || vin === null ? vin : maskedVin(vin)) as Vin
