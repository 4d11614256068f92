import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'

export type Area =
  | 'today'
  | 'jobs'
  | 'appointments'
  | 'reminders'
  | 'reception'
  | 'orders'
  | 'workshop'
  | 'quality'
  | 'lounge'
  | 'delivery'
  | 'follow-up'
  | 'customers'
  | 'parts'
  | 'kpi'
  | 'outbox'
  | 'settings'

export type NavEntry = {
  area: Area
  href: string
  /** After `g`. */
  key: string
  /** Any of these opens the entry. The pages ask again; this list only spares people dead ends. */
  permissions: Permission[]
}

export const NAV: NavEntry[] = [
  { area: 'today', href: '/today', key: 't', permissions: ['visit.arrive'] },
  { area: 'jobs', href: '/workshop/my', key: 'j', permissions: ['job.own'] },
  { area: 'appointments', href: '/appointments', key: 'a', permissions: ['appointment.list'] },
  { area: 'reception', href: '/reception', key: 'r', permissions: ['reception.inspect'] },
  { area: 'orders', href: '/orders', key: 'o', permissions: ['order.read'] },
  { area: 'workshop', href: '/workshop', key: 'w', permissions: ['board.read'] },
  { area: 'quality', href: '/quality', key: 'q', permissions: ['inspection.queue'] },
  { area: 'lounge', href: '/lounge', key: 'l', permissions: ['lounge.list'] },
  { area: 'delivery', href: '/delivery', key: 'd', permissions: ['settlement.draw', 'payment.receive'] },
  { area: 'reminders', href: '/reminders', key: 'n', permissions: ['reminder.list'] },
  { area: 'follow-up', href: '/follow-up', key: 'f', permissions: ['followUp.list'] },
  { area: 'customers', href: '/customers', key: 'c', permissions: ['customer.read'] },
  { area: 'parts', href: '/parts', key: 'p', permissions: ['stock.receive', 'stock.issue'] },
  { area: 'kpi', href: '/kpi', key: 'k', permissions: ['kpi.read'] },
  { area: 'outbox', href: '/outbox', key: 'm', permissions: ['message.list'] },
  {
    area: 'settings',
    href: '/settings',
    key: 's',
    permissions: ['setting.read', 'staff.manage', 'shift.manage'],
  },
]

/** The entries a person may open, in the order of the day. */
export const navFor = (actor: Actor): NavEntry[] =>
  NAV.filter(({ permissions }) => permissions.some((permission) => may(actor, permission)))

const HOMES: [Permission, string][] = [
  ['job.dispatch', '/workshop'],
  ['job.own', '/workshop/my'],
  ['inspection.start', '/quality'],
  ['payment.receive', '/delivery'],
  ['visit.arrive', '/today'],
  ['stock.issue', '/parts'],
  ['apiKey.manage', '/settings'],
]

/** Where a person's day begins. */
export function homeOf(actor: Actor): string {
  if (may(actor, 'visit.arrive') && may(actor, 'order.open')) return '/today'
  const home = HOMES.find(([permission]) => may(actor, permission))
  return home?.[1] ?? navFor(actor)[0]?.href ?? '/'
}

/** The entry whose page this is: the longest address that the path begins with. */
export function currentArea(path: string, entries: readonly NavEntry[]): Area | undefined {
  return entries
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.area
}
