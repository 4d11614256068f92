'use client'

import type { ComponentProps } from 'react'
import { controlClass } from './control-class'
import { useField } from './form-context'

/** Any one-line input. Inside a Field it needs neither id nor name. */
export function Input({ className, defaultValue, ...rest }: ComponentProps<'input'>) {
  const { wiring, typed } = useField(rest)
  const uncontrolled = rest.value === undefined ? { defaultValue: typed ?? defaultValue } : {}
  return <input type="text" {...wiring} className={controlClass(className)} {...uncontrolled} {...rest} />
}

export function PhoneInput(props: ComponentProps<'input'>) {
  return <Input type="tel" inputMode="tel" autoComplete="tel-national" maxLength={20} {...props} />
}

/** Digits only, as text: codes, mileage. Opens the number keyboard. */
export function DigitsInput(props: ComponentProps<'input'>) {
  return <Input inputMode="numeric" pattern="[0-9]*" autoComplete="off" {...props} />
}

/** 'YYYY-MM-DD'. */
export function DateInput(props: ComponentProps<'input'>) {
  return <Input type="date" {...props} />
}

/** 'HH:mm'. */
export function TimeInput(props: ComponentProps<'input'>) {
  return <Input type="time" step={300} {...props} />
}

/** 'YYYY-MM-DDTHH:mm' on the wall clock of the dealership. */
export function DateTimeInput(props: ComponentProps<'input'>) {
  return <Input type="datetime-local" step={300} {...props} />
}
