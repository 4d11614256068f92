'use client'

import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass } from './control-class'
import { useField } from './form-context'

export function Textarea({ className, defaultValue, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const { wiring, typed } = useField(rest)
  const uncontrolled = rest.value === undefined ? { defaultValue: typed ?? defaultValue } : {}
  return (
    <textarea
      rows={rows}
      // Where the field grows with its contents, `rows` is not asked.
      style={{ minHeight: `calc(${rows}lh + 18px)` }}
      {...wiring}
      className={controlClass(clsx('field-sizing-content max-h-96 py-2', className))}
      {...uncontrolled}
      {...rest}
    />
  )
}
