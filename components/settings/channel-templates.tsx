'use client'

import { useMessages } from '@/components/shell/locale'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { MessageTemplate } from '@/lib/dealership/message-templates'
import { messageChannels } from '@/lib/i18n/message-channels'

export type TemplateRow = { template: MessageTemplate; id: string; parameters: string; facts: string }

/** Which template of the provider stands for which message, and what fills its parameters. */
export function ChannelTemplates({ rows }: { rows: TemplateRow[] }) {
  const t = useMessages(messageChannels)
  return (
    <fieldset className="grid gap-4">
      <legend className="font-title text-lg font-semibold">{t.templatesTitle}</legend>
      <p className="text-muted text-sm">{t.templatesLead}</p>
      {rows.map(({ template, id, parameters, facts }) => {
        const message = t.templates[template]
        return (
          <div
            key={template}
            className="border-line tablet:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] grid gap-x-4 gap-y-2 border-t pt-3"
          >
            <Field label={t.templateIdOf({ message })} name={`templates.${template}.id`} optional>
              <Input defaultValue={id} maxLength={64} autoComplete="off" spellCheck={false} />
            </Field>
            <Field
              label={t.parametersOf({ message })}
              name={`templates.${template}.parameters`}
              hint={t.parametersHint({ facts })}
              optional
            >
              <Input defaultValue={parameters} maxLength={1000} autoComplete="off" spellCheck={false} />
            </Field>
          </div>
        )
      })}
    </fieldset>
  )
}
