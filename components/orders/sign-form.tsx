'use client'

import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SignaturePad } from '@/components/ui/signature-pad'
import { Submit } from '@/components/ui/submit'
import { orders } from '@/lib/i18n/orders'

type Props = {
  orderId: string
  version: number
  hash: string
  customer: string
  action: FormAction
  /** Hidden fields of the page, such as the customer's token. */
  hidden?: Record<string, string>
  roles?: boolean
}

/** The signature below the order, bound to exactly the version that is read above it (S3-31). */
export function SignForm({ orderId, version, hash, customer, action, hidden = {}, roles }: Props) {
  const t = useMessages(orders).sign
  const [signed, setSigned] = useState(false)
  return (
    <ActionForm action={action} okMessage={t.signed}>
      {Object.entries({ orderId, version: String(version), hash, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field label={t.name} name="signerName" required>
        <Input defaultValue={customer} maxLength={60} autoComplete="name" />
      </Field>
      {roles && (
        <Choices
          legend={t.role}
          name="signerRole"
          className="[&_label]:whitespace-nowrap"
          defaultValue="customer"
          choices={(['customer', 'owner', 'sender'] as const).map((value) => ({
            value,
            label: t.roles[value],
          }))}
        />
      )}
      <div>
        <p className="mb-1 text-sm font-medium">{t.pad}</p>
        <SignaturePad onChange={setSigned} />
      </div>
      <p>{t.consent}</p>
      <Submit size="large" block disabled={!signed}>
        {t.button}
      </Submit>
    </ActionForm>
  )
}
