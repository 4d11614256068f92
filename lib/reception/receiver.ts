import type { Role } from '../auth/roles'

export type Candidate = {
  id: string
  roles: readonly (Role | string)[]
  /** Visits received so far: what counts as experience. */
  visits: number
  /** Cars in hand now. */
  open: number
}
type ReceiverReason = 'sensitive' | 'requested' | 'comeback' | 'booked' | 'bookingReceptionist' | 'rota'
export type Receiver = { id: string; reason: ReceiverReason }

const RECEIVERS: readonly string[] = ['receptionAdviser', 'serviceAdviser']

type Arriving = {
  booked: boolean
  complaintSensitive: boolean
  /** Comes back for an earlier repair, as booked or as found by what is told (S2-62). */
  comeback?: boolean
  /** Asked for by the customer, for this visit or always. */
  requestedId: string | null
  /** Holds the reception time of the booking (S1-84). */
  slotHolderId: string | null
}

/**
 * C17: who receives the car. A complaint-sensitive customer goes to the most experienced adviser; then the adviser asked
 * for; then for a come-back the most experienced again; then, for a booked car, whoever holds its reception time, else a booking receptionist; then the rota, which is the
 * adviser with the fewest cars in hand. Null when nobody is there.
 */
export function receiverOf(arriving: Arriving, present: readonly Candidate[]): Receiver | null {
  const there = (id: string | null) => present.find((person) => person.id === id)
  const advisers = present.filter(({ roles }) => roles.some((role) => RECEIVERS.includes(role)))
  const chosen = (person: Candidate | undefined, reason: ReceiverReason) =>
    person && { id: person.id, reason }

  return (
    (arriving.complaintSensitive && chosen(seniorReceiver(present), 'sensitive')) ||
    chosen(there(arriving.requestedId), 'requested') ||
    (arriving.comeback && chosen(seniorReceiver(present), 'comeback')) ||
    (arriving.booked && chosen(there(arriving.slotHolderId), 'booked')) ||
    (arriving.booked && chosen(bookingDesk(present), 'bookingReceptionist')) ||
    chosen([...advisers].sort(byLoad)[0], 'rota') ||
    null
  )
}

/** The most experienced adviser of those who are here. */
export const seniorReceiver = (present: readonly Candidate[]): Candidate | undefined =>
  present.filter(({ roles }) => roles.some((role) => RECEIVERS.includes(role))).sort(byExperience)[0]

const byExperience = (a: Candidate, b: Candidate) => b.visits - a.visits || a.open - b.open || order(a, b)
const byLoad = (a: Candidate, b: Candidate) => a.open - b.open || a.visits - b.visits || order(a, b)
const order = (a: Candidate, b: Candidate) => (a.id < b.id ? -1 : 1)
const bookingDesk = (present: readonly Candidate[]) =>
  present.filter(({ roles }) => roles.includes('bookingReceptionist')).sort(byLoad)[0]
