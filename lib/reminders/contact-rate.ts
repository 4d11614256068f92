export type ContactCounts = { contacted: number; reached: number; booked: number }
export type ContactRates = {
  reachedBp: number | null
  bookedOfContactedBp: number | null
  bookedOfReachedBp: number | null
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole)

/**
 * Reached / contacted (X-KPI-01, reading C06), booked / contacted (X-KPI-02) and booked / reached, in basis points; null
 * while there is nothing to divide by. Counted are contacts, not attempts: three tries at one customer are one contact.
 */
export const contactRates = ({ contacted, reached, booked }: ContactCounts): ContactRates => ({
  reachedBp: share(reached, contacted),
  bookedOfContactedBp: share(booked, contacted),
  bookedOfReachedBp: share(booked, reached),
})
