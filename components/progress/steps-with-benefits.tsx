import clsx from 'clsx'
import { Check } from 'lucide-react'
import { dateTime, shortDuration } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { progress } from '@/lib/i18n/progress'
import { steps as stepWords } from '@/lib/i18n/steps'
import type { RibbonStep } from '@/lib/kpi/ribbon'

const MARKS = {
  done: 'bg-pine-soft text-pine-ink',
  now: 'bg-celadon text-on-celadon',
  late: 'bg-celadon text-on-celadon',
  notYet: 'bg-sunk text-muted',
  skipped: 'bg-sunk text-muted',
}

type Props = { steps: RibbonStep[]; locale: Locale; timeZone: string; now: Date }

/** The eight steps down the page, each with when it began and what the customer has of it (X-PRC-21, X-CRM-27). */
export function StepsWithBenefits({ steps, locale, timeZone, now }: Props) {
  const words = stepWords[locale]
  const t = progress[locale]
  return (
    <ol className="grid">
      {steps.map(({ code, state, minutes, enteredAt }, index) => {
        const current = state === 'now' || state === 'late'
        return (
          <li
            key={code}
            aria-current={current ? 'step' : undefined}
            className="grid grid-cols-[2.5rem_1fr] gap-x-3"
          >
            <span className="flex flex-col items-center">
              <span
                className={clsx(
                  'rounded-control font-title grid size-10 place-items-center text-lg font-semibold',
                  MARKS[state],
                )}
              >
                {words[code].mark}
              </span>
              {index < 7 && <span aria-hidden className="bg-line w-px flex-1" />}
            </span>
            <span className="pb-5">
              <span className="flex min-h-10 flex-wrap items-center gap-x-2 font-medium">
                {words[code].full}
                {state === 'done' && <Check aria-hidden className="text-pine-ink size-4" />}
                {current && <span className="text-celadon-ink text-sm">{t.stepNow}</span>}
                {enteredAt && (
                  <time dateTime={enteredAt.toISOString()} className="text-muted tabular text-sm font-normal">
                    {dateTime(enteredAt, { locale, timeZone, now })}
                  </time>
                )}
                {minutes !== null && (
                  <span className="text-muted tabular text-sm font-normal">{shortDuration(minutes)}</span>
                )}
              </span>
              <span className={clsx('block', current ? 'text-ink' : 'text-muted')}>
                {words[code].benefit}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
