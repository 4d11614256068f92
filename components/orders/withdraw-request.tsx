'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'

/** Takes an unanswered request back, with the reason. */
export function WithdrawRequest({ requestId, action }: { requestId: string; action: FormAction }) {
  const t = useMessages(orders).requests
  return (
    <ConfirmButton label={t.withdraw} title={t.withdrawTitle} action={action} variant="quiet">
      <input type="hidden" name="additionalWorkId" value={requestId} />
      <p>{t.withdrawText}</p>
      <Field label={t.withdrawReason} name="reason" required>
        <Textarea maxLength={300} />
      </Field>
      <Checkbox name="advise" label={t.withdrawAdvise} defaultChecked />
    </ConfirmButton>
  )
}
