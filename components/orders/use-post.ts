'use client'

import { startTransition, useActionState } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { emptyForm } from '@/lib/core/form-state'

/** Posts values to a server action without a form of its own: one click, one line. Posts made meanwhile wait their turn. */
export function usePost(action: FormAction) {
  const [state, dispatch, pending] = useActionState(action, emptyForm)
  const post = (values: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(values)) form.set(name, value)
    startTransition(() => dispatch(form))
  }
  return { state, pending, post }
}
