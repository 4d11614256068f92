/** Why a message did not leave, in words of Babu; the sentences stand in lib/i18n/<locale>/message-channels.ts. */
export const FAILURES = [
  'bad-recipient',
  'recipient-refuses',
  'bad-template',
  'content-refused',
  'bad-credentials',
  'not-permitted',
  'out-of-funds',
  'rate-limited',
  'unreachable',
  'timed-out',
  'provider-fault',
  'refused',
  'address-forbidden',
  'secret-unreadable',
  'no-route',
  'switched-off',
] as const
export type Failure = (typeof FAILURES)[number]
export const isFailure = (code: string): code is Failure => FAILURES.includes(code as Failure)

/**
 * What a provider answered: it took the message, it may take it after some seconds, or it never will. `detail` is the
 * provider's own code, without its sentence, which may name the customer.
 */
export type Outcome =
  | { result: 'sent'; providerId: string }
  | { result: 'later'; code: Failure; seconds: number; detail: string }
  | { result: 'never'; code: Failure; detail: string }

const detailOf = (detail: unknown) =>
  String(detail ?? '')
    .replace(/[^\w.:-]/g, '')
    .slice(0, 80)

export const sent = (providerId: unknown): Outcome => ({
  result: 'sent',
  providerId: String(providerId ?? '').slice(0, 200),
})
export const later = (code: Failure, seconds = 0, detail?: unknown): Outcome => ({
  result: 'later',
  code,
  seconds: Math.min(Math.max(0, Math.round(seconds)), 86_400),
  detail: detailOf(detail),
})
export const never = (code: Failure, detail?: unknown): Outcome => ({
  result: 'never',
  code,
  detail: detailOf(detail),
})

/** How often a provider is asked to take one message. */
export const MOST_ATTEMPTS = 8
const FIRST_SECONDS = 15
const LONGEST_SECONDS = 3600

/** Seconds until the next attempt after so many: 15, 60, 240 … up to an hour, and never before the provider asked for. */
export const secondsToWait = (attempts: number, wanted: number): number =>
  Math.max(wanted, Math.min(LONGEST_SECONDS, FIRST_SECONDS * 4 ** Math.max(0, attempts - 1)))
