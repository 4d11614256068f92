'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import type { BayKind } from '@/lib/dealership/bay'
import { nameIn } from '@/lib/core/name-in'
import { common } from '@/lib/i18n/common'
import { settings } from '@/lib/i18n/settings'

type Bay = { id: string; name: string; nameEn: string; kind: BayKind; outOfUse: boolean }

/** Adds a bay, or changes one. */
export function BayDialog({ bay, action }: { bay?: Bay; action: FormAction }) {
  const t = useMessages(settings)
  const c = useMessages(common)
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const kinds = Object.entries(t.bayKinds).map(([value, label]) => ({ value, label }))
  return (
    <>
      {bay ? (
        <Button
          size="small"
          aria-label={t.changeOf({ name: nameIn(bay, locale) })}
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
          {t.bayAdd}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={bay?.name ?? t.bayAdd}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)} className="text-left">
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
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
