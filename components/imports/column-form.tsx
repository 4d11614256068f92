'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { imports } from '@/lib/i18n/imports'
import { columnName, type Mapping } from '@/lib/imports/check-rows'

type Props = {
  id: string
  fields: { key: string; required: boolean }[]
  headings: string[]
  mapping: Mapping
  missing: string[]
  action: FormAction
}

/** Which column holds which field: guessed, and to be corrected. */
export function ColumnForm({ id, fields, headings, mapping, missing, action }: Props) {
  const t = useMessages(imports)
  const word = (key: string) => t.fields[key] ?? key
  const columns = headings.map((heading, index) => ({
    value: String(index),
    label: t.column({ letter: columnName(index), heading: heading.slice(0, 40) }),
  }))
  return (
    <ActionForm action={action}>
      <p className="text-muted text-sm">{t.columnsLead}</p>
      {missing.length > 0 && (
        <Notice kind="warning">{t.missing({ fields: missing.map(word).join(', ') })}</Notice>
      )}
      <input type="hidden" name="id" value={id} />
      <div className="tablet:grid-cols-2 grid gap-x-4 gap-y-3">
        {fields.map(({ key, required }) => (
          <Field key={key} label={word(key)} name={`column.${key}`} required={required} optional={!required}>
            <Select placeholder={t.notThere} options={columns} defaultValue={String(mapping[key] ?? '')} />
          </Field>
        ))}
      </div>
      <Submit variant={missing.length ? 'primary' : 'secondary'} className="self-start">
        {t.recheck}
      </Submit>
    </ActionForm>
  )
}
