import type { Named } from '../core/name-in'

/** What a timeline is made of; each can be filtered by. */
export const TIMELINE_KINDS = [
  'booking', 'visit', 'order', 'declined', 'message', 'call', 'complaint', 'rating', 'gift', 'reading', 'consent', 'change',
] as const // prettier-ignore
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Events of a file or car that stand on its timeline as changes. */
export const TIMELINE_EVENTS = [
  'customer.correct', 'customer.label', 'customer.setTier', 'customer.merge', 'customer.undoMerge', 'vehicle.transfer', 'vehicle.setParty',
] as const // prettier-ignore
export type TimelineEvent = (typeof TIMELINE_EVENTS)[number]

/** What each kind says; never a telephone, VIN or price. */
export type TimelineFacts = {
  no?: string
  status?: string
  startsAt?: string
  works?: Named[] | null
  name?: string
  nameEn?: string
  reason?: string
  template?: string
  channel?: 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
  about?: 'reminder' | 'followUp' | 'booking'
  result?: 'notReached' | 'reached' | 'booked' | 'refused' | 'wrongNumber' | 'callLater'
  note?: string
  type?: string
  satisfaction?: 'verySatisfied' | 'basicallySatisfied' | 'disappointed'
  stars?: number | null
  text?: string
  km?: number
  kind?: 'service' | 'marketing'
  given?: boolean
  event?: TimelineEvent
  by?: string
  facts?: Record<string, string | number | boolean | null>
}

export const TIMELINE_PAGE = 30

/** The place in a timeline after which the next page begins: instant and id of its last row. */
export const cursorOf = (row: { at: Date; id: string }): string => `${row.at.toISOString()}_${row.id}`

export function placeOf(cursor: string): { at: Date; id: string } | null {
  const [at = '', id = ''] = cursor.split('_')
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at: instant, id }
}
