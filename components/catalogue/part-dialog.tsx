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
import { PART_ORIGINS } from '@/lib/catalogue/schemas'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'
import { common } from '@/lib/i18n/common'

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
  const c = useMessages(common)
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const title = part ? nameIn(part, locale) : t.partAdd
  return (
    <>
      {part ? (
        <Button size="small" aria-label={t.changeOf({ name: title })} onClick={() => setOpen(true)}>
          {t.change}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => setOpen(true)}
        >
          {t.partAdd}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)} className="text-left">
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
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
