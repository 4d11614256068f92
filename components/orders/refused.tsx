'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/core/form-state'
import { common } from '@/lib/i18n/common'
import { refusalText } from '@/lib/i18n/refusals'

/** What a post without a form was refused for; nothing while all is well. */
export function Refused({ state }: { state: FormState }) {
  const locale = useLocale()
  const { lost } = useMessages(common)
  if (!state.refused && !state.lost) return null
  return (
    <Notice kind="danger" announce key={state.at} className="my-2">
      {state.refused ? refusalText(state.refused, locale) : lost}
    </Notice>
  )
}
