'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { reception } from '@/lib/i18n/reception'
import { BODY_KINDS } from '@/lib/reception/drawing'

type Props = {
  visitId: string
  customer: {
    name: string
    formOfAddress: string
    phone: string
    address: string
    contactPerson: string
    verifiedAt: Date | null
  }
  vehicle: {
    brand: string
    model: string
    vin: string | null
    engineNo: string
    colour: string
    bodyKind: string
  }
  action: FormAction
}

/** S2-67, S2-68, S2-71: customer and car as the papers say, read again and stamped. */
export function ParticularsForm({ visitId, customer, vehicle, action }: Props) {
  const t = useMessages(reception).particulars
  const format = useFormat()
  const verified = customer.verifiedAt
    ? t.verified({ day: format.day(customer.verifiedAt) })
    : t.neverVerified
  const text = (name: string, label: string, defaultValue: string, required = false) => (
    <Field label={label} name={name} required={required}>
      <Input defaultValue={defaultValue} autoComplete="off" className="min-h-12" />
    </Field>
  )
  return (
    <Section title={t.title} aside={verified} card>
      <ActionForm action={action} okMessage={t.confirmed}>
        <input type="hidden" name="visitId" value={visitId} />
        <div className="tablet:grid-cols-2 grid gap-3">
          {text('name', t.name, customer.name, true)}
          {text('formOfAddress', t.formOfAddress, customer.formOfAddress)}
          <Field label={t.phone} name="phone" required>
            <PhoneInput defaultValue={customer.phone} autoComplete="off" className="min-h-12" />
          </Field>
          {text('contactPerson', t.contactPerson, customer.contactPerson)}
          <div className="tablet:col-span-2">{text('address', t.address, customer.address)}</div>
          {text('brand', t.brand, vehicle.brand)}
          {text('model', t.model, vehicle.model, true)}
          <Field label={t.vin} name="vin">
            <Input
              defaultValue={vehicle.vin ?? ''}
              autoCapitalize="characters"
              autoComplete="off"
              className="tabular min-h-12"
            />
          </Field>
          {text('engineNo', t.engineNo, vehicle.engineNo)}
          {text('colour', t.colour, vehicle.colour)}
          <Field label={t.bodyKind} name="bodyKind">
            <Select
              defaultValue={vehicle.bodyKind}
              options={BODY_KINDS.map((value) => ({ value, label: t.bodyKinds[value] }))}
              className="[&_select]:min-h-12"
            />
          </Field>
        </div>
        <Submit variant="secondary" size="large" className="justify-self-start">
          {t.confirm}
        </Submit>
      </ActionForm>
    </Section>
  )
}
