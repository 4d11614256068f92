'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DateInput, DigitsInput, Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { customers } from '@/lib/i18n/customers'

type Props = {
  customer: {
    id: string
    name: string
    formOfAddress: string
    contactPerson: string
    /** 'YYYY-MM-DD'. */
    birthday: string | null
  }
  action: FormAction
}

/** Who it is, corrected where the file is stale. */
export function Correct({ customer, action }: Props) {
  const t = useMessages(customers).correct
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.title}</summary>
      <ActionForm action={action} okMessage={t.saved} className="py-2">
        <input type="hidden" name="customerId" value={customer.id} />
        <Field label={t.name} name="name" required>
          <Input maxLength={60} autoComplete="off" defaultValue={customer.name} />
        </Field>
        <Field label={t.formOfAddress} name="formOfAddress" optional>
          <Input maxLength={20} autoComplete="off" defaultValue={customer.formOfAddress} />
        </Field>
        <Field label={t.contactPerson} name="contactPerson" optional>
          <Input maxLength={60} autoComplete="off" defaultValue={customer.contactPerson} />
        </Field>
        <Field label={t.birthday} name="birthday" optional>
          <DateInput defaultValue={customer.birthday ?? ''} />
        </Field>
        <Field label={t.phone} name="phone" hint={t.phoneHint} optional>
          <Input type="tel" maxLength={20} autoComplete="off" />
        </Field>
        <Submit variant="secondary" className="w-fit">
          {t.save}
        </Submit>
      </ActionForm>
    </details>
  )
}

type CarProps = {
  car: { id: string; purchasedOn: string | null; colour: string; modelYear: number | null }
  action: FormAction
}

/** What the papers of a car say. */
export function CorrectCar({ car, action }: CarProps) {
  const { correct: t, car: words } = useMessages(customers)
  return (
    <FormDialog label={t.carTitle} title={t.carTitle} action={action} okMessage={t.saved}>
      <input type="hidden" name="vehicleId" value={car.id} />
      <Field label={t.purchasedOn} name="purchasedOn" optional>
        <DateInput defaultValue={car.purchasedOn ?? ''} />
      </Field>
      <Field label={words.colour} name="colour" optional>
        <Input maxLength={20} autoComplete="off" defaultValue={car.colour} />
      </Field>
      <Field label={words.year} name="modelYear" optional>
        <DigitsInput maxLength={4} defaultValue={car.modelYear ?? ''} />
      </Field>
    </FormDialog>
  )
}
