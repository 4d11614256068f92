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

export const TIMELINE_PAGE = 30

/** The place in a timeline after which the next page begins: instant and id of its last row. */
export const cursorOf = (row: { at: Date; id: string }): string => `${row.at.toISOString()}_${row.id}`

export function placeOf(cursor: string): { at: Date; id: string } | null {
  const [at = '', id = ''] = cursor.split('_')
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at: instant, id }
}
