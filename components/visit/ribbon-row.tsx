'use client'

import clsx from 'clsx'
import { useMessages } from '@/components/shell/locale'
import { shortDuration } from '@/lib/i18n/format'
import { shell } from '@/lib/i18n/shell'
import { steps as stepWords } from '@/lib/i18n/steps'
import { Popup } from '@/components/ui/popup'
import type { RibbonReader, RibbonState, RibbonStep } from './ribbon-step'
import { StepStateMark } from './step-detail'
import { stepSummary } from './step-summary'

type Props = { steps: RibbonStep[]; reader?: RibbonReader; label?: string; className?: string }

/** The ribbon six pixels high, for a line of a list; opens to all eight steps. */
export function RibbonRow({ steps, reader = 'staff', label, className }: Props) {
  const t = useMessages(shell).visit
  const words = useMessages(stepWords)
  const at = steps.findLastIndex(({ state }) => state !== 'notYet' && state !== 'skipped')
  const current = steps[at]
  const spoken = [
    label ?? t.ribbon,
    current ? stepSummary(current, at, { shell: t, steps: words }, reader) : '',
  ].join('. ')
  return (
    <Popup
      label={t.allSteps}
      trigger={
        <button
          type="button"
          aria-label={spoken}
          className={clsx('desk:min-h-7 relative z-10 flex min-h-11 w-full min-w-28 items-center', className)}
        >
          <span aria-hidden className="flex h-1.5 w-full gap-0.5">
            {steps.map((step, index) => (
              <span key={step.code} className={clsx('relative h-full flex-1', ENDS[index], BARS[step.state])}>
                {reader === 'staff' && step.missing.length > 0 && (
                  <span className="bg-amber ring-surface absolute -top-1 left-1/2 size-1.5 -translate-x-1/2 rotate-45 ring-1" />
                )}
              </span>
            ))}
          </span>
        </button>
      }
    >
      <h3 className="font-title mb-2 text-lg font-semibold">{t.allSteps}</h3>
      <ol className="grid">
        {steps.map((step) => (
          <li
            key={step.code}
            className="border-line flex min-h-9 items-center gap-3 border-b py-1 last:border-0"
          >
            <span
              aria-hidden
              className={clsx('font-title w-5 text-center text-lg', step.state === 'notYet' && 'text-muted')}
            >
              {words[step.code].mark}
            </span>
            <span className={clsx('min-w-0 flex-1', step.state === 'notYet' && 'text-muted')}>
              {words[step.code].full}
              {reader === 'staff' && step.missing.length > 0 && (
                <span className="text-amber-ink block text-sm">
                  {t.missingCount({ count: step.missing.length })}
                </span>
              )}
            </span>
            {step.minutes !== null && (
              <span className="text-muted tabular text-sm">{shortDuration(step.minutes)}</span>
            )}
            <StepStateMark state={step.state} word={t.states[step.state]} />
          </li>
        ))}
      </ol>
    </Popup>
  )
}

const ENDS: Record<number, string> = { 0: 'rounded-l-full', 7: 'rounded-r-full' }

const BARS: Record<RibbonState, string> = {
  notYet: 'bg-line',
  skipped: 'border-y border-line',
  now: 'bg-celadon outline-2 outline-offset-1 outline-celadon-soft',
  done: 'bg-pine',
  late: 'bg-[repeating-linear-gradient(-45deg,var(--vermilion)_0_3px,var(--vermilion-soft)_3px_5px)]',
}
