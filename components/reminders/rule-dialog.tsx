'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { nameIn } from '@/lib/core/name-in'
import { common } from '@/lib/i18n/common'
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
  const c = useMessages(common)
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  return (
    <>
      {rule ? (
        <Button
          size="small"
          aria-label={t.changeOf({ name: nameIn(rule, locale) })}
          onClick={() => setOpen(true)}
        >
          {t.change}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => setOpen(true)}
        >
          {t.add}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={rule ? nameIn(rule, locale) : t.add}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)} className="text-left">
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
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
