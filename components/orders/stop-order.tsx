'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'

/** The service manager stops a signed order, and says what becomes of the work done so far. */
export function StopOrder({ orderId, action }: { orderId: string; action: FormAction }) {
  const t = useMessages(orders).next
  return (
    <ConfirmButton label={t.stop} title={t.stopTitle} action={action} variant="quiet" danger>
      <input type="hidden" name="orderId" value={orderId} />
      <p>{t.stopText}</p>
      <Choices
        legend={t.stopWork}
        name="work"
        look="list"
        required
        choices={[
          { value: 'bill', label: t.stopBill },
          { value: 'waive', label: t.stopWaive },
        ]}
      />
      <Field label={t.reason} name="reason" required>
        <Textarea maxLength={300} />
      </Field>
    </ConfirmButton>
  )
}
