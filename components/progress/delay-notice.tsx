import { OneTap } from '@/components/quality/one-tap'
import type { FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { dateTime } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { progress } from '@/lib/i18n/progress'

type ToldDelay = {
  id: string
  cause: 'partMissing' | 'technical' | 'other'
  oldPromisedAt: Date
  newPromisedAt: Date
  offered: string[]
  choice: 'loaner' | 'subsidy' | 'none' | null
  note: string
}

type Props = { delay: ToldDelay; locale: Locale; timeZone: string; now: Date; choose: FormAction }

/** A delay told to the customer, with the choice among what is offered. */
export function DelayNotice({ delay, locale, timeZone, now, choose }: Props) {
  const t = progress[locale]
  const zoned = { locale, timeZone, now }
  const options = (['loaner', 'subsidy', 'none'] as const).filter(
    (option) => option === 'none' || delay.offered.includes(option),
  )
  return (
    <Notice kind="warning">
      <h2 className="font-medium">{t.delayTitle}</h2>
      <p>
        {t.delayCauses[delay.cause]} {delay.note}
      </p>
      <p className="tabular">
        {t.delayMoved({
          from: dateTime(delay.oldPromisedAt, zoned),
          to: dateTime(delay.newPromisedAt, zoned),
        })}
      </p>
      {delay.choice ? (
        <p className="mt-2 font-medium">{t.delayChosen({ option: t.delayOptions[delay.choice] })}</p>
      ) : (
        options.length > 1 && (
          <div className="mt-2 grid gap-2">
            <p>{t.delaySorry}</p>
            <div className="flex flex-wrap gap-2">
              {options.map((choice) => (
                <OneTap
                  key={choice}
                  action={choose}
                  fields={{ delayId: delay.id, choice }}
                  okMessage={t.delayNoted}
                  variant="secondary"
                >
                  {t.delayOptions[choice]}
                </OneTap>
              ))}
            </div>
          </div>
        )
      )}
    </Notice>
  )
}
