export { availableMinutes, bookableMinutes } from '../dealership/capacity'

/** Booked over available minutes, in basis points; 0 on a day without attendance and without bookings. */
export function bookingRateBp(booked: number, available: number): number {
  if (available <= 0) return booked > 0 ? 10_000 : 0
  return Math.round((booked * 10_000) / available)
}

export type Band = 'below' | 'inside' | 'above'

/** Where a day's booking rate lies against the operating band (S1-66: 60 to 80 %). */
export function bandOf(rateBp: number, band: { fromBp: number; toBp: number }): Band {
  if (rateBp < band.fromBp) return 'below'
  return rateBp > band.toBp ? 'above' : 'inside'
}

/** Minutes still free for a skill: neither the skill nor the whole workshop may be booked past its share. */
export const freeMinutes = (
  skill: { bookable: number; booked: number },
  workshop: { bookable: number; booked: number },
): number => Math.max(0, Math.min(skill.bookable - skill.booked, workshop.bookable - workshop.booked))

const RATE_STEP_BP = 500

/** The next step of the booking rate on its way up the operating band (S1-54: 60 to 80 %); null at its top. */
export function raisedRateBp(rateBp: number, band: { fromBp: number; toBp: number }): number | null {
  if (rateBp >= band.toBp) return null
  if (rateBp < band.fromBp) return band.fromBp
  return Math.min(band.toBp, (Math.floor(rateBp / RATE_STEP_BP) + 1) * RATE_STEP_BP)
}
