import { dayOf, daysBetween, hoursAfter, instant, plusDays, timeOf } from '../core/time'
import type { Settings } from '../dealership/settings'

export type PlannedFollowUp = {
  kind: 'ratingInvitation' | 'call' | 'extra' | 'nextService'
  dueFrom: Date
  dueTo: Date
  dueKm: number | null
}

type Delivery = {
  deliveredAt: Date
  timeZone: string
  complaintSensitive: boolean
  nextServiceOn: string | null
  nextServiceKm: number | null
}

type Rules = Pick<
  Settings,
  | 'followup.inviteHours'
  | 'followup.callFromDays'
  | 'followup.callToDays'
  | 'followup.extraSensitive'
  | 'reminder.leadDays'
  | 'quiet.from'
  | 'quiet.to'
>

const OPENS = '09:00'
const CLOSES = '20:00'
const EXTRA_AFTER_DAYS = 7

/**
 * The follow-ups of one delivery (S8-01): rating invitation within 24 hours, a call three to seven days later, one more
 * for complaint-sensitive customers a week after, and the reminder of the next service 15 days ahead.
 */
export function followUpsOf(delivery: Delivery, rules: Rules): PlannedFollowUp[] {
  const { deliveredAt, timeZone, complaintSensitive, nextServiceOn, nextServiceKm } = delivery
  const today = dayOf(deliveredAt, timeZone)
  const window = (from: string, to: string) => ({
    dueFrom: instant(from, OPENS, timeZone),
    dueTo: instant(to, CLOSES, timeZone),
    dueKm: null,
  })
  const [from, to] = [rules['followup.callFromDays'], rules['followup.callToDays']]
  const planned: PlannedFollowUp[] = [
    {
      kind: 'ratingInvitation',
      dueFrom: inviteAt(deliveredAt, timeZone, rules),
      dueTo: hoursAfter(deliveredAt, rules['followup.inviteHours']),
      dueKm: null,
    },
    { kind: 'call', ...window(plusDays(today, from), plusDays(today, to)) },
  ]
  if (complaintSensitive)
    for (let more = 1; more <= rules['followup.extraSensitive']; more++) {
      const start = to + 1 + (more - 1) * EXTRA_AFTER_DAYS
      planned.push({
        kind: 'extra',
        ...window(plusDays(today, start), plusDays(today, start + EXTRA_AFTER_DAYS - 1)),
      })
    }
  if (nextServiceOn && daysBetween(today, nextServiceOn) > 0) {
    const lead = Math.min(rules['reminder.leadDays'], daysBetween(today, nextServiceOn))
    planned.push({
      kind: 'nextService',
      ...window(plusDays(nextServiceOn, -lead), nextServiceOn),
      dueKm: nextServiceKm,
    })
  }
  return planned
}

/** An hour after the car left, or when the quiet hours end: nobody is rung out of bed (S8-10). */
export function inviteAt(
  deliveredAt: Date,
  timeZone: string,
  rules: Pick<Rules, 'quiet.from' | 'quiet.to'>,
): Date {
  const wanted = hoursAfter(deliveredAt, 1)
  const clock = timeOf(wanted, timeZone)
  const today = dayOf(wanted, timeZone)
  if (clock >= rules['quiet.from']) return instant(plusDays(today, 1), rules['quiet.to'], timeZone)
  if (clock < rules['quiet.to']) return instant(today, rules['quiet.to'], timeZone)
  return wanted
}
