'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { CHANNEL_FIELDS, mayBeEmpty, type ChannelField } from '@/lib/dealership/channel-fields'
import type { ChannelKind } from '@/lib/dealership/message-channel'
import { messageChannels } from '@/lib/i18n/message-channels'
import { ChannelTemplates, type TemplateRow } from './channel-templates'

type Props = {
  kind: ChannelKind
  /** What is kept, without the secret. */
  values: Record<string, string>
  enabled: boolean
  secretSetAt: Date | null
  /** The messages with the provider's template; empty where it needs none. */
  templates: TemplateRow[]
  action: FormAction
}

/** Connects a provider, or changes how it is used. */
export function ChannelDialog({ kind, values, enabled, secretSetAt, templates, action }: Props) {
  const t = useMessages(messageChannels)
  const format = useFormat()
  const name = t.kinds[kind]
  const title = secretSetAt ? t.changeOf({ name }) : t.connectOf({ name })
  return (
    <FormDialog
      label={secretSetAt ? t.change : t.connect}
      labelOf={title}
      look="row"
      title={title}
      lead={t.about[kind]}
      wide
      action={action}
      okMessage={t.saved}
      save={t.save}
    >
      <input type="hidden" name="kind" value={kind} />
      <div className="tablet:grid-cols-2 grid gap-4">
        {CHANNEL_FIELDS[kind].map((field) => (
          <ChannelInput key={field} field={field} value={values[field]} />
        ))}
        <Field
          label={t.secrets[kind]}
          name="secret"
          required={!secretSetAt}
          hint={secretSetAt ? t.secretKept({ when: format.dateTime(secretSetAt) }) : t.secretNew}
        >
          <Input type="password" autoComplete="new-password" spellCheck={false} maxLength={4000} />
        </Field>
      </div>
      {templates.length > 0 && <ChannelTemplates rows={templates} />}
      <Checkbox name="enabled" label={t.enabled} defaultChecked={enabled} />
    </FormDialog>
  )
}

function ChannelInput({ field, value }: { field: ChannelField; value?: string }) {
  const t = useMessages(messageChannels)
  const hints: Partial<Record<ChannelField, string>> = t.hints
  const shared = { defaultValue: value, spellCheck: false, autoComplete: 'off' }
  const optional = mayBeEmpty(field)
  return (
    <Field
      label={t.fields[field]}
      name={field}
      hint={hints[field]}
      required={!optional}
      optional={optional}
      className={field === 'certificate' ? 'tablet:col-span-2' : undefined}
    >
      {field === 'security' ? (
        <Select
          options={Object.entries(t.securities).map(([one, label]) => ({ value: one, label }))}
          defaultValue={value}
        />
      ) : field === 'certificate' ? (
        <Textarea rows={3} {...shared} />
      ) : (
        <Input
          inputMode={field === 'port' ? 'numeric' : field === 'from' ? 'email' : undefined}
          maxLength={500}
          {...shared}
        />
      )}
    </Field>
  )
}
