'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { nameIn } from '@/lib/core/name-in'
import { reminders } from '@/lib/i18n/reminders'

type Rule = {
  id: string
  code: string
  name: string
  nameEn: string
  brandPattern: string
  modelPattern: string
  everyKm: number | null
  everyMonths: number | null
  packageId: string | null
}
type Props = { rule?: Rule; packages: { id: string; name: string; nameEn: string }[]; action: FormAction }

/** Adds an item of the manufacturer's plan, or changes one. */
export function RuleDialog({ rule, packages, action }: Props) {
  const t = useMessages(reminders).plan
  const locale = useLocale()
  return (
    <FormDialog
      label={rule ? t.change : t.add}
      labelOf={rule && t.changeOf({ name: nameIn(rule, locale) })}
      look={rule ? 'row' : 'add'}
      title={rule ? nameIn(rule, locale) : t.add}
      action={action}
      okMessage={t.saved}
    >
      <input type="hidden" name="id" value={rule?.id ?? ''} />
      <Field label={t.code} name="code" hint={t.codeHint} required>
        <Input defaultValue={rule?.code} maxLength={30} autoCapitalize="characters" />
      </Field>
      <Field label={t.name} name="name" required>
        <Input defaultValue={rule?.name} maxLength={120} />
      </Field>
      <Field label={t.nameEn} name="nameEn" optional>
        <Input defaultValue={rule?.nameEn} maxLength={120} />
      </Field>
      <div className="tablet:grid-cols-2 grid gap-4">
        <Field label={t.brand} name="brandPattern" hint={t.patternHint} optional>
          <Input defaultValue={rule?.brandPattern} maxLength={60} />
        </Field>
        <Field label={t.model} name="modelPattern" hint={t.patternHint} optional>
          <Input defaultValue={rule?.modelPattern} maxLength={60} />
        </Field>
        <Field label={t.everyKm} name="everyKm" optional>
          <DigitsInput defaultValue={rule?.everyKm ?? ''} maxLength={7} />
        </Field>
        <Field label={t.everyMonths} name="everyMonths" optional>
          <DigitsInput defaultValue={rule?.everyMonths ?? ''} maxLength={3} />
        </Field>
      </div>
      <Field label={t.package} name="packageId" optional>
        <Select
          defaultValue={rule?.packageId ?? ''}
          placeholder={t.noPackage}
          options={packages.map((one) => ({ value: one.id, label: nameIn(one, locale) }))}
        />
      </Field>
    </FormDialog>
  )
}
