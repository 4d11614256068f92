'use client'

import { createContext, use } from 'react'
import { emptyForm, type FormState } from '@/lib/core/form-state'

export const FormContext = createContext<{ state: FormState; pending: boolean }>({
  state: emptyForm,
  pending: false,
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
