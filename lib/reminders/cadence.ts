import { dayOf, instant, plusDays, timeOf } from '../core/time'
import type { Tier } from '../customers/tier'
import type { Settings } from '../dealership/settings'

/** Care and marketing count against the limit of a tier; what belongs to a booking or a visit does not (C21). */
export const MARKETING_TEMPLATES = [
  'reminder.service',
  'reminder.overdue',
  'reminder.lost',
  'reminder.winBack',
  'reminder.campaign',
  'reminder.care',
  'care.',
  'campaign.',
  'followUp.serviceReminder',
] as const

export const CADENCE_DAYS = 30

type Cadence = Pick<Settings, 'tier.newContacts' | 'tier.existingContacts' | 'tier.vipContacts'>

/** How many marketing contacts a customer of a tier gets in thirty days at most (X-CRM-13, X-CRM-16, X-CRM-17, X-CRM-19). */
export const contactLimit = (tier: Tier, rules: Cadence): number =>
  ({
    new: rules['tier.newContacts'],
    existing: rules['tier.existingContacts'],
    vip: rules['tier.vipContacts'],
  })[tier]

/** The next moment outside the quiet hours of the dealership: `at` itself by day, else the end of the quiet hours. */
export function afterQuietHours(
  at: Date,
  timeZone: string,
  { 'quiet.from': from, 'quiet.to': to }: Pick<Settings, 'quiet.from' | 'quiet.to'>,
): Date {
  const clock = timeOf(at, timeZone)
  const day = dayOf(at, timeZone)
  const overMidnight = from > to
  const quiet = overMidnight ? clock >= from || clock < to : clock >= from && clock < to
  if (!quiet) return at
  return instant(overMidnight && clock >= from ? plusDays(day, 1) : day, to, timeZone)
}
