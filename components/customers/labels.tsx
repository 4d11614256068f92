'use client'

import { X } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { customers } from '@/lib/i18n/customers'

type Props = { customer: { id: string; labels: string[] }; listed: string[]; action: FormAction }

/** The labels of a customer, put on from the list of the house and taken off one by one. */
export function Labels({ customer, listed, action }: Props) {
  const t = useMessages(customers).labels
  const free = listed.filter((name) => !customer.labels.includes(name))
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.title}</summary>
      <div className="grid gap-3 py-2">
        <p className="text-muted text-sm">{t.hint}</p>
        {customer.labels.length === 0 && <p className="text-muted">{t.none}</p>}
        <ul className="grid gap-1">
          {customer.labels.map((name) => (
            <li key={name} className="flex items-center gap-2">
              <Badge tone="slate">{name}</Badge>
              <ActionForm action={action} okMessage={t.saved} className="ml-auto">
                <input type="hidden" name="customerId" value={customer.id} />
                <input type="hidden" name="label" value={name} />
                <input type="hidden" name="on" value="false" />
                <Submit variant="quiet" size="small" aria-label={t.takeOf({ label: name })}>
                  <X aria-hidden className="size-4" />
                  {t.take}
                </Submit>
              </ActionForm>
            </li>
          ))}
        </ul>
        {free.length > 0 && (
          <ActionForm key={customer.labels.join()} action={action} okMessage={t.saved}>
            <input type="hidden" name="customerId" value={customer.id} />
            <input type="hidden" name="on" value="true" />
            <div className="flex items-end gap-2">
              <Field label={t.choose} name="label" className="flex-1">
                <Select options={free.map((name) => ({ value: name, label: name }))} />
              </Field>
              <Submit variant="secondary">{t.put}</Submit>
            </div>
          </ActionForm>
        )}
      </div>
    </details>
  )
}
