import 'server-only'
import { never, later, type Outcome } from '../../message-outcome'
import { NoAnswer } from '@/lib/server/outgoing'

/** One message as an adapter sends it. */
export type Letter = {
  /** Of our message: the key under which a provider knows it again. */
  id: string
  to: string
  template: string
  locale: string
  subject: string
  text: string
  /** A fact of the message in the words of its reader. */
  value: (fact: string) => string
  facts: Record<string, string | number | boolean | null>
  /** Page of the message, absolute; empty without one. */
  url: string
  createdAt: Date
  /** An earlier attempt got no answer and may have been heard. */
  unsure: boolean
  now: Date
  timeoutMs: number
}

/** What no answer means: the service may be asked again, unless its address is closed to us. */
export function fromNoAnswer(error: unknown): Outcome {
  if (!(error instanceof NoAnswer)) throw error
  return error.why === 'address-forbidden' ? never('address-forbidden') : later(error.why)
}

/** The JSON of an answer; undefined when it is none. */
export function jsonOf(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** What a status says where the answer itself says nothing. */
export function fromStatus(status: number, retryAfterSeconds: number): Outcome {
  if (status === 429) return later('rate-limited', retryAfterSeconds || 60, status)
  if (status >= 500 || status === 408 || status === 425)
    return later('provider-fault', retryAfterSeconds, status)
  if (status === 401) return never('bad-credentials', status)
  if (status === 403) return never('not-permitted', status)
  return never('refused', status)
}
