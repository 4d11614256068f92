'use client'

import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { fieldErrorText } from '@/lib/i18n/fields'
import { useField, useFormContext } from './form-context'

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type Props = {
  legend: ReactNode
  name: string
  choices: Choice[]
  /** `segmented`: joined on one line; `cards`: large targets; `list`: one below the other. */
  look?: 'segmented' | 'cards' | 'list'
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
  hideLegend?: boolean
  required?: boolean
  optional?: boolean
  className?: string
}

/** One of several, as radio buttons in three looks. */
export function Choices({ look = 'segmented', choices, legend, name, value, onChange, ...props }: Props) {
  const id = useId()
  const locale = useLocale()
  const t = useMessages(common)
  const { typed } = useField({ name })
  const { state } = useFormContext()
  const finding = state.fields?.[name]?.[0]
  const first = typed ?? props.defaultValue
  return (
    <fieldset
      className={clsx('min-w-0', props.className)}
      aria-describedby={finding ? `${id}-error` : undefined}
      aria-invalid={finding ? true : undefined}
    >
      <legend className={props.hideLegend ? 'sr-only' : 'mb-1 text-sm font-medium'}>
        {legend}
        {props.optional && <span className="text-muted ml-2 font-normal">{t.optional}</span>}
      </legend>
      <div className={GROUPS[look]}>
        {choices.map((choice) => (
          <label key={choice.value} className={clsx(ITEMS, LOOKS[look])}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              required={props.required}
              className={look === 'list' ? 'accent-celadon mt-1 size-5 shrink-0' : 'sr-only'}
              {...(value === undefined
                ? { defaultChecked: first === choice.value }
                : { checked: value === choice.value })}
              onChange={() => onChange?.(choice.value)}
            />
            <span className="min-w-0">
              {choice.label}
              {choice.hint && <span className="text-muted block text-sm">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {finding && (
        <p id={`${id}-error`} className="text-vermilion-ink mt-1 flex gap-1.5 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fieldErrorText(finding, locale)}
        </p>
      )}
    </fieldset>
  )
}

const ITEMS =
  'relative has-disabled:cursor-not-allowed has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-celadon'

const GROUPS = {
  segmented:
    'flex w-full flex-wrap gap-px overflow-hidden rounded-control border border-line-strong/70 bg-line tablet:inline-flex tablet:w-auto',
  cards: 'grid gap-2',
  list: 'grid gap-1',
}

const LOOKS = {
  segmented:
    'flex min-h-11 flex-auto items-center justify-center bg-raised px-3.5 text-center hover:bg-hover has-checked:bg-celadon has-checked:text-on-celadon has-focus-visible:z-10 desk:min-h-9 [&:has(:focus-visible)]:-outline-offset-2',
  cards:
    'flex min-h-14 items-center gap-3 rounded-card border border-line-strong/60 bg-raised px-4 py-3 hover:border-line-strong has-checked:border-celadon has-checked:bg-celadon-soft has-checked:ring-1 has-checked:ring-celadon',
  list: 'flex min-h-11 items-start gap-3 py-2 desk:min-h-9 desk:py-1',
}
