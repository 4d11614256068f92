'use client'

import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useLocale } from '@/components/shell/locale'
import { fieldErrorText } from '@/lib/i18n/fields'
import { useFormContext } from './form-context'

type Props = { legend: ReactNode; name: string; hint?: ReactNode; children: ReactNode }

/** Several ticks of one question, with what is wrong with the answer beside them. */
export function ChipGroup({ legend, name, hint, children }: Props) {
  const id = useId()
  const locale = useLocale()
  const finding = useFormContext().state.fields?.[name]?.[0]
  return (
    <fieldset
      aria-describedby={finding ? `${id}-error` : undefined}
      aria-invalid={finding ? true : undefined}
    >
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {hint && <p className="text-muted mb-2 text-sm">{hint}</p>}
      <div className="flex flex-wrap gap-2">{children}</div>
      {finding && (
        <p id={`${id}-error`} className="text-vermilion-ink mt-1 flex gap-1.5 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fieldErrorText(finding, locale)}
        </p>
      )}
    </fieldset>
  )
}
