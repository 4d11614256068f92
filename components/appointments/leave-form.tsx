'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Submit } from '@/components/ui/submit'
import { booking } from '@/lib/i18n/booking'

/** Takes the customer off the waiting list. */
export function LeaveForm({ action }: { action: FormAction }) {
  const t = useMessages(booking).leaveList
  return (
    <ActionForm action={action}>
      <Submit variant="secondary" size="large" block>
        {t.leave}
      </Submit>
    </ActionForm>
  )
}
