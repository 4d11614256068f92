export const CHANGE_REASONS = [
  'noTime',
  'forgot',
  'notNeeded',
  'price',
  'elsewhere',
  'carSold',
  'weather',
  'workshop',
  'other',
] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/** Nobody gives it: a place held for the first of the waiting list was not taken in time, so that it is no cancellation of a customer. */
export const OFFER_OVER = 'offerOver'
const KEPT_REASONS = [...CHANGE_REASONS, OFFER_OVER] as const
export type KeptReason = (typeof KEPT_REASONS)[number]

/** A reason as it is kept: the code, and after a colon what the person said. */
export const reasonText = (reason: KeptReason, note = ''): string => (note ? `${reason}: ${note}` : reason)

/** A kept reason taken apart again; null when the text starts with no known code. */
export function reasonOf(text: string | null): { code: KeptReason; note: string } | null {
  const [code = '', ...rest] = (text ?? '').split(':')
  if (!(KEPT_REASONS as readonly string[]).includes(code)) return null
  return { code: code as KeptReason, note: rest.join(':').trim() }
}
