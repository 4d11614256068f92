'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { COMPLAINT_TYPES } from '@/lib/follow-up/complaint'
import { customers } from '@/lib/i18n/customers'
import { followUp } from '@/lib/i18n/follow-up'

const CHANNELS = ['store', 'phone', 'online'] as const

/** Takes a complaint by telephone or in the store and starts its clocks. */
export function TakeComplaint({
  customerId,
  orders,
  action,
}: {
  customerId: string
  orders: { id: string; no: string }[]
  action: FormAction
}) {
  const t = useMessages(followUp).complaints
  const file = useMessages(customers)
  return (
    <ConfirmButton label={t.new} title={t.newTitle} action={action} okMessage={t.newSaved}>
      <input type="hidden" name="customerId" value={customerId} />
      <Choices
        legend={t.channel}
        name="channel"
        defaultValue="store"
        choices={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
      />
      <Choices
        legend={t.type}
        name="type"
        defaultValue="other"
        choices={COMPLAINT_TYPES.map((value) => ({
          value,
          label: <span className="whitespace-nowrap">{t.types[value]}</span>,
        }))}
      />
      {orders.length > 0 && (
        <Field label={file.aboutOrder} name="orderId">
          <Select
            placeholder={file.noOrder}
            options={orders.map(({ id, no }) => ({ value: id, label: no }))}
          />
        </Field>
      )}
      <Field label={t.problemPoints} name="problem" required>
        <Textarea rows={3} />
      </Field>
      <Field label={t.expectation} name="expectation" optional>
        <Textarea rows={2} />
      </Field>
    </ConfirmButton>
  )
}
