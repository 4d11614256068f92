'use client'

import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { useLocale } from '@/components/shell/locale'
import { fieldErrorText } from '@/lib/i18n/fields'
import { useField, useFormContext } from './form-context'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A tick with its own label; the whole line is the target. */
export function Checkbox({ label, hint, className, defaultChecked, ...rest }: Props) {
  const id = useId()
  const locale = useLocale()
  const { typed } = useField(rest)
  const { state } = useFormContext()
  const finding = rest.name ? state.fields?.[rest.name]?.[0] : undefined
  const uncontrolled =
    rest.checked === undefined ? { defaultChecked: state.values ? !!typed : defaultChecked } : {}
  return (
    <div className={className}>
      <label htmlFor={id} className="desk:min-h-9 desk:py-1.5 flex min-h-11 items-start gap-3 py-2.5">
        <input
          id={id}
          type="checkbox"
          aria-describedby={clsx(hint && `${id}-hint`, finding && `${id}-error`) || undefined}
          aria-invalid={finding ? true : undefined}
          className="accent-celadon mt-0.5 size-5 shrink-0 rounded-sm"
          {...uncontrolled}
          {...rest}
        />
        <span className="min-w-0">
          {label}
          {hint && (
            <span id={`${id}-hint`} className="text-muted block text-sm">
              {hint}
            </span>
          )}
        </span>
      </label>
      {finding && (
        <p id={`${id}-error`} className="text-vermilion-ink flex gap-1.5 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fieldErrorText(finding, locale)}
        </p>
      )}
    </div>
  )
}
