'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'
import { common } from '@/lib/i18n/common'
import { WorkFields, type Work } from './work-fields'

type Operation = Work & { id: string; code: string; name: string; nameEn: string }

/** Adds a labour operation, or changes one. */
export function OperationDialog({ operation, action }: { operation?: Operation; action: FormAction }) {
  const t = useMessages(catalogue)
  const c = useMessages(common)
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const title = operation ? nameIn(operation, locale) : t.operationAdd
  return (
    <>
      {operation ? (
        <Button size="small" aria-label={t.changeOf({ name: title })} onClick={() => setOpen(true)}>
          {t.change}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => setOpen(true)}
        >
          {t.operationAdd}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)} className="text-left">
          <input type="hidden" name="id" value={operation?.id ?? ''} />
          <Field label={t.code} name="code" required>
            <Input defaultValue={operation?.code} maxLength={30} autoCapitalize="characters" />
          </Field>
          <Field label={t.name} name="name" required>
            <Input defaultValue={operation?.name} maxLength={120} />
          </Field>
          <Field label={t.nameEn} name="nameEn" optional>
            <Input defaultValue={operation?.nameEn} maxLength={120} />
          </Field>
          <WorkFields work={operation} />
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
