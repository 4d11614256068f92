'use client'

import { useMessages } from '@/components/shell/locale'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/core/form-state'
import { common } from '@/lib/i18n/common'

/** What a post without a form was refused for; nothing while all is well. */
export function Refused({ state }: { state: FormState }) {
  const { lost } = useMessages(common)
  if (!state.refused && !state.lost) return null
  return (
    <Notice kind="danger" announce key={state.at} className="my-2">
      {state.refused ? state.refused.text : lost}
    </Notice>
  )
}
