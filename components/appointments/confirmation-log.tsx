import { Status } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { ConfirmationResult, ConfirmationStage } from '@/lib/appointments/confirmation'
import { reasonOf } from '@/lib/appointments/reason'
import { appointments } from '@/lib/i18n/appointments'
import { booking } from '@/lib/i18n/booking'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { dateTime } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Entry = {
  id: string
  stage: ConfirmationStage
  result: ConfirmationResult
  channel: 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
  reason: string
  thanked: boolean
  newStartsAt: Date | null
  at: Date
  by: string
}
type Props = { entries: Entry[]; locale: Locale; timeZone: string; now: Date }

const SHAPES = { keeps: 'done', reschedules: 'now', cancels: 'off', notReached: 'waiting' } as const

/** The log of confirmation (form F06): when, how, what came of it, why, thanked, the new date, by whom. */
export function ConfirmationLog({ entries, locale, timeZone, now }: Props) {
  const t = bookingBoard[locale].tasks
  return (
    <ul className="divide-line divide-y">
      {entries.map((one) => {
        const told = reasonOf(one.reason)
        const said = [
          told ? [booking[locale].reasons[told.code], told.note].filter(Boolean).join(': ') : one.reason,
          one.newStartsAt && t.newTime({ at: dateTime(one.newStartsAt, { locale, timeZone, now }) }),
          one.thanked && t.thankedShort,
        ].filter(Boolean)
        return (
          <li key={one.id} className="grid gap-0.5 py-2">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Status shape={SHAPES[one.result]}>{t.results[one.result]}</Status>
              <span>{t.stages[one.stage]}</span>
              <span className="text-muted text-sm">
                {[appointments[locale].channels[one.channel], one.by].filter(Boolean).join(' · ')}{' '}
                <Time at={one.at} />
              </span>
            </span>
            {said.length > 0 && <span className="text-sm">{said.join(' · ')}</span>}
          </li>
        )
      })}
    </ul>
  )
}
