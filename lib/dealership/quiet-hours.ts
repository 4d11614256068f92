import { dayOf, instant, plusDays, timeOf } from '@/lib/core/time'
import { classOf } from './message-templates'
import type { Settings } from './settings'

type Quiet = Pick<Settings, 'quiet.from' | 'quiet.to'>

/**
 * When a message may leave: `now`, or the end of the quiet hours for a reminder or an offer that would come within them
 * (settings `quiet.from` and `quiet.to`, 'HH:mm' on the wall clock of `timeZone`; equal values mean no quiet hours).
 * Confirmations and whatever a visit needs never wait (X-CRM-19).
 */
export function mayLeaveAt(template: string, now: Date, settings: Quiet, timeZone: string): Date {
  if (classOf(template) === 'service') return now
  const { 'quiet.from': from, 'quiet.to': to } = settings
  const [day, time] = [dayOf(now, timeZone), timeOf(now, timeZone)]
  const overnight = from > to
  const quiet = overnight ? time >= from || time < to : time >= from && time < to
  if (!quiet) return now
  const end = instant(overnight && time >= from ? plusDays(day, 1) : day, to, timeZone)
  return end > now ? end : now
}
