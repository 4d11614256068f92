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

/** A reason as it is kept: the code, and after a colon what the person said. */
export const reasonText = (reason: ChangeReason, note = ''): string => (note ? `${reason}: ${note}` : reason)

/** A kept reason taken apart again; null when the text starts with no known code. */
export function reasonOf(text: string | null): { code: ChangeReason; note: string } | null {
  const [code = '', ...rest] = (text ?? '').split(':')
  if (!(CHANGE_REASONS as readonly string[]).includes(code)) return null
  return { code: code as ChangeReason, note: rest.join(':').trim() }
}
