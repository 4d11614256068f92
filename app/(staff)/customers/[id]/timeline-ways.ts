import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'
import type { TimelineKind } from '@/lib/customers/timeline'

const WAYS: [TimelineKind, string, Permission][] = [
  ['booking', '/appointments', 'appointment.read'],
  ['visit', '/reception', 'visit.read'],
  ['gift', '/reception', 'visit.read'],
  ['order', '/orders', 'order.read'],
  ['declined', '/orders', 'order.read'],
  ['rating', '/orders', 'order.read'],
  ['complaint', '/follow-up/complaints', 'complaint.list'],
]

/** Where the rows of a timeline lead for this reader. */
export const timelineWays = (actor: Actor): Partial<Record<TimelineKind, string>> =>
  Object.fromEntries(
    WAYS.flatMap(([kind, href, permission]) => (may(actor, permission) ? [[kind, href]] : [])),
  )
