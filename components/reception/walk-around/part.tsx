'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { fieldErrorText } from '@/lib/i18n/fields'
import { reception } from '@/lib/i18n/reception'

type Props = {
  id: string
  title: string
  missing: number
  /** What the server did not take of it, and why. */
  state?: { why?: string; fields?: Record<string, string[]> }
  children: ReactNode
  className?: string
}

/** One part of the walk-around, with what is missing in it and why it could not be saved. */
export function Part({ id, title, missing, state, children, className }: Props) {
  const t = useMessages(reception)
  const locale = useLocale()
  const finding = Object.values(state?.fields ?? {})[0]?.[0]
  return (
    <section
      id={id}
      data-missing={missing > 0 || undefined}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={clsx('min-w-0 scroll-mt-4', className)}
    >
      <Card className="grid gap-4">
        <header className="flex flex-wrap items-center gap-x-3">
          <h2 id={`${id}-title`} className="font-title text-lg font-semibold">
            {title}
          </h2>
          {missing > 0 ? (
            <span className="text-amber-ink tabular text-sm">{t.missing({ count: missing })}</span>
          ) : (
            <Check aria-hidden className="text-pine size-5" />
          )}
        </header>
        {children}
        {(state?.why || finding) && (
          <div data-unsettled tabIndex={-1} className="grid scroll-my-32 gap-4">
            {state?.why && (
              <Notice kind="danger" announce>
                {state.why}
              </Notice>
            )}
            {finding && (
              <Notice kind="danger" announce>
                {fieldErrorText(finding, locale)}
              </Notice>
            )}
          </div>
        )}
      </Card>
    </section>
  )
}
