'use client'

import { startTransition, useActionState, useEffect, useRef } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { answerPost, stampPost } from '@/components/ui/form-key'
import { surviving } from '@/components/ui/lost-post'
import { emptyForm } from '@/lib/core/form-state'

/**
 * Posts values to a server action without a form of its own: one click, one line. Posts made meanwhile wait their turn; the
 * same one twice before its answer has one effect.
 */
export function usePost(action: FormAction) {
  const [state, dispatch, pending] = useActionState(surviving(action), emptyForm)
  const posted = useRef<string[]>([])
  useEffect(() => {
    if (pending) return
    const words = posted.current.splice(0)
    if (!state.lost) words.forEach(answerPost)
  }, [pending, state.lost])
  const post = (values: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(values)) form.set(name, value)
    posted.current.push(stampPost(form, performance.now()))
    startTransition(() => dispatch(form))
  }
  return { state, pending, post }
}
