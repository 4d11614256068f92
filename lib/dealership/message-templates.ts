/** Messages that a visit needs leave at once; reminders and offers keep the quiet hours (X-CRM-19). */
export type MessageClass = 'service' | 'marketing'

type Register = {
  class: MessageClass
  /** What a provider's template may show; the whole message is `text`. */
  facts: readonly string[]
  /** Proves a telephone: goes to that telephone alone. */
  provesPhone?: true
}

const WHO = ['name', 'address', 'dealership', 'dealershipPhone'] as const
const LINK = ['link', 'linkToken'] as const
const BOOKING = [
  ...WHO,
  'no',
  'plate',
  'startsAt',
  'promisedAt',
  'adviser',
  'items',
  'minutes',
  'priceFen',
  'documents',
  'dealershipAddress',
  ...LINK,
] as const
const VISIT = [...WHO, 'no', 'plate', ...LINK] as const
const REMINDER = [
  ...WHO,
  'surname',
  'plate',
  'model',
  'months',
  'adviser',
  'dueOn',
  'remainingKm',
  'package',
  'labourBp',
  'occasion',
  'offer',
  'fromOn',
  'until',
  ...LINK,
] as const
const STAFF = ['name', 'dealership', 'no', 'plate'] as const
const CARE = ['name', 'dealership', 'phone'] as const

/** Every template of a message with its class and its facts; the wording stands in lib/i18n/<locale>/messages.ts. */
export const MESSAGE_TEMPLATES = {
  'phone-code': { class: 'service', facts: ['code', 'minutes'], provesPhone: true },
  'appointment-confirmed': { class: 'service', facts: BOOKING },
  'appointment-reminder': { class: 'service', facts: BOOKING },
  'appointment-moved': { class: 'service', facts: BOOKING },
  'appointment-cancelled': { class: 'service', facts: BOOKING },
  'appointment-missed': { class: 'service', facts: BOOKING },
  'appointment-provisional': { class: 'service', facts: BOOKING },
  'waiting-joined': { class: 'service', facts: [...WHO, 'plate', 'firstDay', 'lastDay', 'link'] },
  'waiting-offer': { class: 'service', facts: [...BOOKING, 'heldUntil'] },
  'waiting-over': { class: 'service', facts: BOOKING },
  'request-overdue': { class: 'service', facts: ['name', 'dealership', 'plate', 'receivedAt'] },
  'help-asked': { class: 'service', facts: ['name', 'dealership', 'plate', 'no', 'question'] },
  'special-care': { class: 'service', facts: ['name', 'dealership', 'plate', 'no', 'why', 'earlierNo'] },
  'visit-welcome': { class: 'service', facts: VISIT },
  'order-to-sign': { class: 'service', facts: [...VISIT, 'totalFen'] },
  'order-signed': { class: 'service', facts: [...VISIT, 'totalFen', 'promisedAt', 'voucherCode'] },
  'additional-work-to-answer': {
    class: 'service',
    facts: [...VISIT, 'what', 'why', 'whatIfNot', 'how', 'totalFen'],
  },
  'additional-work-reminder': { class: 'service', facts: [...VISIT, 'what', 'expiresAt'] },
  'additional-work-answered': { class: 'service', facts: [...STAFF, 'what', 'approved', 'declined'] },
  'additional-work-unanswered': { class: 'service', facts: [...STAFF, 'what'] },
  'additional-work-withdrawn': { class: 'service', facts: [...VISIT, 'what'] },
  'order-stopped': { class: 'service', facts: VISIT },
  'car-ready': { class: 'service', facts: [...VISIT, 'solved', 'advice'] },
  'car-back-in-work': { class: 'service', facts: VISIT },
  'visit-progress': { class: 'service', facts: [...VISIT, 'done', 'next', 'minutesLeft'] },
  'visit-delay': { class: 'service', facts: [...VISIT, 'note', 'newPromisedAt'] },
  'followUp.ratingInvitation': { class: 'service', facts: ['name', 'dealership', 'highlights', ...LINK] },
  'followUp.notReached': { class: 'service', facts: [...CARE, ...LINK] },
  'followUp.serviceReminder': { class: 'marketing', facts: CARE },
  'reminder.service': { class: 'marketing', facts: REMINDER },
  'reminder.overdue': { class: 'marketing', facts: REMINDER },
  'reminder.lost': { class: 'marketing', facts: REMINDER },
  'reminder.recall': { class: 'service', facts: REMINDER },
  'reminder.winBack': { class: 'marketing', facts: REMINDER },
  'reminder.campaign': { class: 'marketing', facts: REMINDER },
  'reminder.care': { class: 'marketing', facts: REMINDER },
  'reminder.agreed': { class: 'service', facts: [...WHO, 'plate', 'words', ...LINK] },
  'complaint.received': { class: 'service', facts: [...CARE, 'no', 'planBy'] },
  'channel-test': { class: 'service', facts: ['dealership'] },
} as const satisfies Record<string, Register>

export type MessageTemplate = keyof typeof MESSAGE_TEMPLATES

const registered = (template: string): Register | undefined =>
  (MESSAGE_TEMPLATES as Record<string, Register>)[template]

export const messageTemplateNames = Object.keys(MESSAGE_TEMPLATES) as MessageTemplate[]
export const isMessageTemplate = (name: string): name is MessageTemplate => registered(name) !== undefined

/** The class of a template; one that nobody registered waits for the day like an offer. */
export const classOf = (template: string): MessageClass => registered(template)?.class ?? 'marketing'
export const provesPhone = (template: string): boolean => registered(template)?.provesPhone ?? false

/** What the parameters of a provider's template for this message may be. */
export const factsOf = (template: string): readonly string[] => [
  ...(registered(template)?.facts ?? []),
  'text',
]
