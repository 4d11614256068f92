'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { reminders } from '@/lib/i18n/reminders'
import { CONTACT_CLASSES } from '@/lib/reminders/contact'

/** Issues a script or the next version of one. */
export function ScriptDialog({ action }: { action: FormAction }) {
  const { scripts: t, classes } = useMessages(reminders)
  return (
    <FormDialog
      label={t.issue}
      title={t.issue}
      lead={t.lead}
      wide
      action={action}
      okMessage={t.issued}
      save={t.issue}
    >
      <div className="tablet:grid-cols-2 grid gap-4">
        <Field label={t.code} name="code" hint={t.codeHint} required>
          <Input maxLength={30} autoCapitalize="characters" />
        </Field>
        <Field label={t.class} name="class" required>
          <Select
            defaultValue="recall"
            options={CONTACT_CLASSES.map((value) => ({ value, label: classes[value] }))}
          />
        </Field>
      </div>
      <Choices
        legend={t.issuer}
        name="issuer"
        defaultValue="manufacturer"
        choices={(['manufacturer', 'dealership'] as const).map((value) => ({
          value,
          label: t.issuers[value],
        }))}
      />
      <Field label={t.heading} name="title" required>
        <Input maxLength={120} />
      </Field>
      <Field label={t.headingEn} name="titleEn" optional>
        <Input maxLength={120} />
      </Field>
      <Field label={t.text} name="text" required>
        <Textarea rows={6} maxLength={8000} />
      </Field>
      <Field label={t.textEn} name="textEn" optional>
        <Textarea rows={6} maxLength={8000} />
      </Field>
    </FormDialog>
  )
}
