/** Shares of bookings in a period: what was found, of how many. */
export const BOOKING_SHARES = ['bookingRate', 'noShow', 'rescheduled', 'cancelled'] as const
export type BookingShare = (typeof BOOKING_SHARES)[number]

/** The seven benefits of a booking for the house, as measured results (S1-93), each with the kind of number it is. */
export const BENEFITS = {
  people: 'minutes',
  materials: 'share',
  difficult: 'share',
  reception: 'minutes',
  levelled: 'share',
  revenue: 'fen',
  satisfaction: 'share',
} as const
export type Benefit = keyof typeof BENEFITS
export const BENEFIT_KEYS = Object.keys(BENEFITS) as Benefit[]

/** Whether contact raises visits and turnover (S1-95). */
export const CONTACT_EFFECTS = ['visits', 'turnover'] as const
export type ContactEffect = (typeof CONTACT_EFFECTS)[number]

export const RESULT_KEYS = [...BOOKING_SHARES, ...BENEFIT_KEYS, ...CONTACT_EFFECTS] as const
export type ResultKey = (typeof RESULT_KEYS)[number]

/** A number and of how many rows it was made; null when there are none: nothing is never shown as nought. */
export type Result = { value: number; of: number } | null

export const resultOf = (value: number | null, of: number): Result =>
  of === 0 || value === null ? null : { value, of }

/** Basis points. */
export const shareOf = (good: number, of: number): Result =>
  resultOf(of === 0 ? null : Math.round((good * 10_000) / of), of)
