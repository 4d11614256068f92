'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Submit } from '@/components/ui/submit'
import { invitation } from '@/lib/i18n/invitation'

/** One tap ends the reminders. */
export function StopForm({ action }: { action: FormAction }) {
  const t = useMessages(invitation).stop
  return (
    <ActionForm action={action}>
      <Submit size="large" block>
        {t.button}
      </Submit>
    </ActionForm>
  )
}
