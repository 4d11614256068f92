import clsx from 'clsx'
import type { ReactNode } from 'react'
import { common } from '@/lib/i18n/common'
import type { Locale } from '@/lib/i18n/locales'

type Props = { steps: ReactNode[]; /** From 0. */ current: number; locale: Locale; className?: string }

/** Where a person is in a short sequence of screens. */
export function Stepper({ steps, current, locale, className }: Props) {
  const t = common[locale]
  return (
    <div className={className}>
      <p className="flex items-baseline justify-between gap-3 text-sm">
        <strong className="text-ink font-medium">{steps[current]}</strong>
        <span className="text-muted tabular">{t.stepOf({ step: current + 1, of: steps.length })}</span>
      </p>
      <ol aria-hidden className="mt-2 flex gap-1">
        {steps.map((_, index) => (
          <li
            key={index}
            className={clsx(
              'h-1.5 flex-1 rounded-full',
              index < current ? 'bg-pine' : index === current ? 'bg-celadon' : 'bg-line',
            )}
          />
        ))}
      </ol>
    </div>
  )
}
