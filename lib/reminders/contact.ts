import { workflow } from '../core/workflow'

export const CONTACT_CLASSES = ['due', 'overdue', 'lost', 'recall', 'winBack', 'campaign', 'care'] as const
export type ContactClass = (typeof CONTACT_CLASSES)[number]
/** Lists that the nightly run fills by itself; the others are filled by their plan. */
export const SERVICE_CLASSES = ['due', 'overdue', 'lost', 'winBack'] as const satisfies ContactClass[]

export const CONTACT_CHANNELS = ['phone', 'sms', 'wechat', 'letter'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const LIST_SOURCES = ['house', 'manufacturer', 'insurer', 'sales', 'event', 'web'] as const

export type ContactTaskStatus = 'open' | 'booked' | 'came' | 'refused' | 'unreached' | 'optedOut' | 'closed'
type Action = 'attempt' | 'book' | 'refuse' | 'giveUp' | 'come' | 'optOut' | 'close' | 'reopen'

/** A contact ends with a booking that is kept, or with a no. A booking that falls through opens it again. */
export const contactFlow = workflow<ContactTaskStatus, Action>({
  open: {
    attempt: 'open', book: 'booked', refuse: 'refused', giveUp: 'unreached', come: 'came', optOut: 'optedOut', close: 'closed',
  }, // prettier-ignore
  booked: { come: 'came', reopen: 'open' },
  unreached: { book: 'booked', come: 'came' },
  refused: { book: 'booked', come: 'came' },
  optedOut: { book: 'booked', come: 'came' },
  closed: {},
  came: {},
})

export const CONTACT_RESULTS = [
  'reached',
  'notReached',
  'callLater',
  'refused',
  'wrongNumber',
  'booked',
] as const
export type ContactResult = (typeof CONTACT_RESULTS)[number]

/** Reached and booked are facts of their own (S1-14): whoever books or refuses was reached, a wrong number reached nobody. */
export const factsOf = (result: ContactResult): { reached: boolean; booked: boolean } => ({
  reached: result !== 'notReached' && result !== 'wrongNumber',
  booked: result === 'booked',
})

type Tried = {
  class: ContactClass
  result: ContactResult
  earlierMisses: number
  limit: number
  corrected: boolean
  hasBooking: boolean
}

/**
 * What an attempt does to its task. A wrong number ends it, unless the right one was typed in the same form (S1-15); care ends
 * when it has reached somebody (X-CRM-13).
 */
export function afterContact({
  class: of,
  result,
  earlierMisses,
  limit,
  corrected,
  hasBooking,
}: Tried): Action {
  if (result === 'refused') return 'refuse'
  if (result === 'wrongNumber') return corrected ? 'attempt' : 'giveUp'
  if (result === 'booked') return hasBooking ? 'book' : 'attempt'
  if (result === 'reached' && of === 'care') return 'close'
  if (result !== 'notReached') return 'attempt'
  return earlierMisses + 1 >= limit ? 'giveUp' : 'attempt'
}

/** The seven rules before a call (S1-96) and its four stages (S1-97); their words are in the catalogue. */
export const CALL_RULES = ['hour', 'number', 'papers', 'order', 'length', 'polite', 'quiet'] as const
export const CALL_STAGES = ['prepare', 'greet', 'identity', 'content'] as const
export type CallStage = (typeof CALL_STAGES)[number]

/** The stages that were kept with a call, in their order. */
export const stagesOf = (kept: readonly string[]): CallStage[] =>
  CALL_STAGES.filter((stage) => kept.includes(stage))
