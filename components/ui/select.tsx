'use client'

import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class'
import { useField } from './form-context'

type Option = { value: string; label: string; disabled?: boolean }

type Props = ComponentProps<'select'> & {
  options: Option[]
  /** An empty first choice, such as "Choose". */
  placeholder?: string
}

export function Select({ options, placeholder, className, defaultValue, ...rest }: Props) {
  const { wiring, typed } = useField(rest)
  const uncontrolled = rest.value === undefined ? { defaultValue: typed ?? defaultValue } : {}
  return (
    <span className={clsx('relative block', className)}>
      <select {...wiring} className={controlClass('appearance-none pr-9')} {...uncontrolled} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled} className="bg-raised text-ink">
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="text-muted pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
      />
    </span>
  )
}
