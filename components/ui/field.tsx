'use client'

import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { fieldErrorText } from '@/lib/i18n/fields'
import { FieldContext, useFormContext } from './form-context'

type Props = {
  label: ReactNode
  /** Name of the form field; the control inside takes it over. */
  name?: string
  hint?: ReactNode
  /** A finding of the schema (a key of the catalogue `fields`) or a sentence. */
  error?: string
  required?: boolean
  /** Says "optional" beside the label. */
  optional?: boolean
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

/** Label, hint and error of one control, wired for assistive technology. */
export function Field({
  label,
  name,
  hint,
  error,
  required,
  optional,
  hideLabel,
  className,
  children,
}: Props) {
  const id = useId()
  const t = useMessages(common)
  const { state } = useFormContext()
  const locale = useLocale()
  const finding = error ?? (name ? state.fields?.[name]?.[0] : undefined)
  const describedBy = clsx(hint && `${id}-hint`, finding && `${id}-error`) || undefined
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-ink text-sm font-medium'}>
        {label}
        {optional && <span className="text-muted ml-2 font-normal">{t.optional}</span>}
      </label>
      <FieldContext
        value={{
          id,
          name,
          required,
          'aria-describedby': describedBy,
          'aria-invalid': finding ? true : undefined,
        }}
      >
        {children}
      </FieldContext>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {finding && (
        <p id={`${id}-error`} className="text-vermilion-ink flex items-start gap-1.5 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error && !/^[a-z-]+$/.test(error) ? error : fieldErrorText(finding, locale)}
        </p>
      )}
    </div>
  )
}
