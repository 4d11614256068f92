'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'
import { WorkFields, type Work } from './work-fields'

type Operation = Work & { id: string; code: string; name: string; nameEn: string }

/** Adds a labour operation, or changes one. */
export function OperationDialog({ operation, action }: { operation?: Operation; action: FormAction }) {
  const t = useMessages(catalogue)
  const locale = useLocale()
  const title = operation ? nameIn(operation, locale) : t.operationAdd
  return (
    <FormDialog
      {...(operation
        ? ({ look: 'row', label: t.change, labelOf: t.changeOf({ name: title }) } as const)
        : ({ look: 'add', label: t.operationAdd } as const))}
      title={title}
      action={action}
      okMessage={t.saved}
    >
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
    </FormDialog>
  )
}
