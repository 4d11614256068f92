'use client'

import clsx from 'clsx'
import { Check, Minus, TriangleAlert } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { shortDuration } from '@/lib/i18n/format'
import { shell } from '@/lib/i18n/shell'
import { steps as stepWords } from '@/lib/i18n/steps'
import { Popup } from '@/components/ui/popup'
import { RibbonRow } from './ribbon-row'
import type { RibbonReader, RibbonState, RibbonStep } from './ribbon-step'
import { StepDetail } from './step-detail'
import { stepSummary } from './step-summary'

type Props = {
  steps: RibbonStep[]
  size?: 'large' | 'row'
  reader?: RibbonReader
  label?: string
  className?: string
}

/** The eight steps of one visit: the signature of the product. */
export function Ribbon({ size = 'large', ...props }: Props) {
  return size === 'row' ? <RibbonRow {...props} /> : <RibbonLarge {...props} />
}

function RibbonLarge({ steps, reader = 'staff', label, className }: Omit<Props, 'size'>) {
  const t = useMessages(shell).visit
  const words = useMessages(stepWords)
  const current = steps.findLast(({ state }) => state === 'now' || state === 'late')
  return (
    <div className={className}>
      <ol aria-label={label ?? t.ribbon} className="tablet:gap-0.5 flex gap-px">
        {steps.map((step, index) => (
          <li key={step.code} className="min-w-0 flex-1">
            <Popup
              label={t.stepOf({ step: index + 1, name: words[step.code].full })}
              trigger={
                <button
                  type="button"
                  aria-label={stepSummary(step, index, { shell: t, steps: words }, reader)}
                  className={clsx(
                    'tablet:h-[4.75rem] relative flex h-16 w-full flex-col items-center justify-center gap-0.5 overflow-hidden transition-colors',
                    index === 0 && 'rounded-l-card',
                    index === 7 && 'rounded-r-card',
                    TILES[step.state],
                  )}
                >
                  {step.state === 'late' && <span aria-hidden className="stripes-late absolute inset-0" />}
                  <span className="relative flex items-baseline gap-1.5">
                    <span className="font-title tablet:text-2xl text-xl leading-none font-semibold">
                      {words[step.code].mark}
                    </span>
                    <span className="hidden text-sm min-[62rem]:inline">{words[step.code].name}</span>
                  </span>
                  <Under step={step} word={t.states[step.state]} />
                  {reader === 'staff' && step.missing.length > 0 && (
                    <MissingMark className="tablet:top-1.5 tablet:right-1.5 absolute top-1 right-1" />
                  )}
                  <span
                    aria-hidden
                    className={clsx('absolute inset-x-0 bottom-0 h-[3px]', EDGES[step.state])}
                  />
                </button>
              }
            >
              <StepDetail step={step} index={index} reader={reader} />
            </Popup>
          </li>
        ))}
      </ol>
      {current && (
        <p className="text-muted mt-2 text-sm min-[62rem]:hidden">
          {t.stepOf({ step: steps.indexOf(current) + 1, name: words[current.code].full })}
          {' · '}
          {t.states[current.state]}
        </p>
      )}
    </div>
  )
}

function Under({ step, word }: { step: RibbonStep; word: string }) {
  const minutes = step.minutes === null ? '' : shortDuration(step.minutes)
  const icon = 'size-3 shrink-0'
  return (
    <span className="tabular relative flex h-4 items-center gap-1 text-xs leading-4">
      {step.state === 'done' && <Check aria-hidden strokeWidth={2.5} className={icon} />}
      {step.state === 'skipped' && <Minus aria-hidden strokeWidth={2.5} className={icon} />}
      {step.state === 'late' && <TriangleAlert aria-hidden strokeWidth={2.5} className={icon} />}
      {step.state === 'now' && <span aria-hidden className="size-1.5 rounded-full bg-current" />}
      <span className={minutes ? '' : 'tablet:inline hidden'}>
        {minutes || (step.state === 'notYet' || step.state === 'skipped' ? '' : word)}
      </span>
    </span>
  )
}

/** An amber diamond: a duty of this step is still missing. */
function MissingMark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'bg-amber ring-surface tablet:size-2 block size-1.5 rotate-45 rounded-[1px] ring-2',
        className,
      )}
    />
  )
}

const TILES: Record<RibbonState, string> = {
  notYet: 'bg-sunk text-muted hover:bg-hover',
  now: 'bg-celadon text-on-celadon hover:bg-celadon-hover',
  done: 'bg-pine-soft text-pine-ink hover:brightness-[0.97]',
  late: 'bg-vermilion-soft text-vermilion-ink hover:brightness-[0.97]',
  skipped: 'bg-surface text-muted hover:bg-hover',
}

const EDGES: Record<RibbonState, string> = {
  notYet: 'bg-line',
  now: 'bg-on-celadon/45',
  done: 'bg-pine',
  late: 'bg-vermilion',
  skipped: 'bg-line',
}
