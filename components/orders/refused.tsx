'use client'

import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/core/form-state'

/** What a post without a form was refused for; nothing while all is well. */
export function Refused({ state }: { state: FormState }) {
  if (!state.refused) return null
  return (
    <Notice kind="danger" announce key={state.at} className="my-2">
      {state.refused.text}
    </Notice>
  )
}
