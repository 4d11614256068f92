'use client'

import { useLocale } from '@/components/shell/locale'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/core/form-state'
import { refusalText } from '@/lib/i18n/refusals'

/** What a post without a form was refused for; nothing while all is well. */
export function Refused({ state }: { state: FormState }) {
  const locale = useLocale()
  if (!state.refused) return null
  return (
    <Notice kind="danger" announce key={state.at} className="my-2">
      {refusalText(state.refused, locale)}
    </Notice>
  )
}
