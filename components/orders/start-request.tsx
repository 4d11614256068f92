'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'

/** One thing more the customer wants, as a request of its own. */
export function StartRequest({ orderId, action }: { orderId: string; action: FormAction }) {
  const t = useMessages(orders).requests
  return (
    <ConfirmButton label={t.start} title={t.startTitle} confirmLabel={t.startButton} action={action}>
      <input type="hidden" name="orderId" value={orderId} />
      <Field label={t.startWhat} name="what" required>
        <Textarea maxLength={300} />
      </Field>
    </ConfirmButton>
  )
}
