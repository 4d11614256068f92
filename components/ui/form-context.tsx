'use client'

import { createContext, use } from 'react'
import { emptyForm, type FormState } from '@/lib/core/form-state'

type FormContextValue = {
  state: FormState
  pending: boolean
  /** Keeps the form from being posted, for instance while a photo is on its way, until the answer is called. */
  hold: () => () => void
}

export const FormContext = createContext<FormContextValue>({
  state: emptyForm,
  pending: false,
  hold: () => () => {},
})

export const useFormContext = () => use(FormContext)

export type FieldWiring = {
  name?: string
  id?: string
  required?: boolean
  disabled?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export const FieldContext = createContext<FieldWiring>({})

/** What the surrounding Field and ActionForm give to a control: name, id, errors, and what was typed before. */
export function useField(own: { name?: string }): { wiring: FieldWiring; typed: string | undefined } {
  const wiring = use(FieldContext)
  const { state } = useFormContext()
  const name = own.name ?? wiring.name
  return { wiring: { ...wiring, name }, typed: name ? state.values?.[name] : undefined }
}
