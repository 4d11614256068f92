'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { PART_ORIGINS } from '@/lib/catalogue/schemas'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'

type Part = {
  id: string
  no: string
  name: string
  nameEn: string
  brand: string
  unit: string
  origin: (typeof PART_ORIGINS)[number]
  location: string
  minMilli: number
  leadDays: number | null
}

/** Adds a part, or changes one; price and stock are set apart. */
export function PartDialog({ part, action }: { part?: Part; action: FormAction }) {
  const t = useMessages(catalogue)
  const locale = useLocale()
  const title = part ? nameIn(part, locale) : t.partAdd
  return (
    <FormDialog
      {...(part
        ? ({ look: 'row', label: t.change, labelOf: t.changeOf({ name: title }) } as const)
        : ({ look: 'add', label: t.partAdd } as const))}
      title={title}
      action={action}
      okMessage={t.saved}
    >
      <input type="hidden" name="id" value={part?.id ?? ''} />
      <Field label={t.partNo} name="no" required>
        <Input defaultValue={part?.no} maxLength={40} />
      </Field>
      <Field label={t.name} name="name" required>
        <Input defaultValue={part?.name} maxLength={120} />
      </Field>
      <Field label={t.nameEn} name="nameEn" optional>
        <Input defaultValue={part?.nameEn} maxLength={120} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t.brand} name="brand" optional>
          <Input defaultValue={part?.brand} maxLength={60} />
        </Field>
        <Field label={t.unit} name="unit" required>
          <Input defaultValue={part?.unit ?? 'pc'} maxLength={10} />
        </Field>
        <Field label={t.origin} name="origin" required>
          <Select
            defaultValue={part?.origin ?? 'original'}
            options={PART_ORIGINS.map((value) => ({ value, label: t.origins[value] }))}
          />
        </Field>
        <Field label={t.location} name="location" optional>
          <Input defaultValue={part?.location} maxLength={40} />
        </Field>
        <Field label={t.minimum} name="minimum" optional>
          <Input inputMode="decimal" defaultValue={part ? part.minMilli / 1000 : ''} maxLength={9} />
        </Field>
        <Field label={t.leadDays} name="leadDays" hint={t.leadDaysHint} optional>
          <DigitsInput defaultValue={part?.leadDays ?? ''} maxLength={3} />
        </Field>
      </div>
    </FormDialog>
  )
}
