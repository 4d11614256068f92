'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { BayKind } from '@/lib/dealership/bay'
import { nameIn } from '@/lib/core/name-in'
import { settings } from '@/lib/i18n/settings'

type Bay = { id: string; name: string; nameEn: string; kind: BayKind; outOfUse: boolean }

/** Adds a bay, or changes one. */
export function BayDialog({ bay, action }: { bay?: Bay; action: FormAction }) {
  const t = useMessages(settings)
  const locale = useLocale()
  const kinds = Object.entries(t.bayKinds).map(([value, label]) => ({ value, label }))
  return (
    <FormDialog
      {...(bay
        ? ({ look: 'row', label: t.change, labelOf: t.changeOf({ name: nameIn(bay, locale) }) } as const)
        : ({ look: 'add', label: t.bayAdd } as const))}
      title={bay ? nameIn(bay, locale) : t.bayAdd}
      action={action}
      okMessage={t.saved}
    >
      <input type="hidden" name="id" value={bay?.id ?? ''} />
      <Field label={t.bayName} name="name" required>
        <Input defaultValue={bay?.name} maxLength={40} />
      </Field>
      <Field label={t.bayNameEn} name="nameEn" optional>
        <Input defaultValue={bay?.nameEn} maxLength={40} />
      </Field>
      <Field label={t.bayKind} name="kind" required>
        <Select options={kinds} defaultValue={bay?.kind ?? 'general'} />
      </Field>
      {bay && <Checkbox name="outOfUse" label={t.outOfUse} defaultChecked={bay.outOfUse} />}
    </FormDialog>
  )
}
