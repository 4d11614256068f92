import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'

const PARTS = [
  { part: 'rules', href: '/settings', permission: 'setting.read' },
  { part: 'hours', href: '/settings/hours', permission: 'setting.read' },
  { part: 'quiet-times', href: '/settings/quiet-times', permission: 'setting.read' },
  { part: 'bays', href: '/settings/bays', permission: 'bay.manage' },
  { part: 'closures', href: '/settings/closures', permission: 'closure.manage' },
  { part: 'shifts', href: '/settings/shifts', permission: 'shift.manage' },
  { part: 'shift-points', href: '/settings/shift-points', permission: 'shiftPoint.save' },
  { part: 'order-rules', href: '/settings/order-rules', permission: 'orderRules.read' },
  { part: 'catalogue', href: '/settings/catalogue', permission: 'catalogue.manage' },
  { part: 'reminders', href: '/settings/reminders', permission: 'maintenanceRule.list' },
  { part: 'staff', href: '/settings/staff', permission: 'staff.manage' },
  { part: 'import', href: '/settings/import', permission: 'import.run' },
  { part: 'messages', href: '/settings/messages', permission: 'messageChannel.manage' },
  { part: 'access', href: '/settings/access', permission: 'access.log' },
  { part: 'api-keys', href: '/settings/api-keys', permission: 'apiKey.manage' },
] as const satisfies { part: string; href: string; permission: Permission }[]

export type SettingsPart = (typeof PARTS)[number]['part']

export const settingsPartsFor = (actor: Actor) => PARTS.filter(({ permission }) => may(actor, permission))
