'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { HEARD_BY } from '@/lib/customers/heard'
import { customers } from '@/lib/i18n/customers'

type Props = { customer: { id: string; heardBy: string }; action: FormAction }

/** How the customer heard of the house: what the share of referrals is counted from. */
export function Heard({ customer, action }: Props) {
  const { heard: t, reach } = useMessages(customers)
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.title}</summary>
      <ActionForm action={action} okMessage={reach.saved} className="py-2">
        <input type="hidden" name="customerId" value={customer.id} />
        <Field label={t.title} name="heardBy" hint={t.hint} optional>
          <Select
            defaultValue={customer.heardBy}
            placeholder={t.unknown}
            options={HEARD_BY.map((value) => ({ value, label: t.ways[value] }))}
          />
        </Field>
        <Submit variant="secondary" className="w-fit">
          {reach.save}
        </Submit>
      </ActionForm>
    </details>
  )
}
