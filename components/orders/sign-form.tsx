'use client'

import { useState } from 'react'
import { PhoneCode, type SendCode } from '@/components/appointments/phone-code'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SignaturePad } from '@/components/ui/signature-pad'
import { Submit } from '@/components/ui/submit'
import { approvals } from '@/lib/i18n/approvals'
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
  /** The sum asks for the one-time code: from which sum on, and what sends it. */
  coded?: { fromFen: number; send: SendCode }
}

/** The signature below the order, bound to exactly the version that is read above it (S3-31). */
export function SignForm({ orderId, version, hash, customer, action, hidden = {}, roles, coded }: Props) {
  const t = useMessages(orders).sign
  const a = useMessages(approvals)
  const format = useFormat()
  const [signed, setSigned] = useState(false)
  const [code, setCode] = useState('')
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
      {coded && (
        <div className="grid gap-2">
          <p>{a.code.lead({ from: format.money(coded.fromFen) })}</p>
          <PhoneCode phone="" code={code} setCode={setCode} provenPhone="" sendCode={coded.send} invited />
        </div>
      )}
      <p>{t.consent}</p>
      <Submit size="large" block disabled={!signed || (!!coded && code.length < 6)}>
        {t.button}
      </Submit>
    </ActionForm>
  )
}
