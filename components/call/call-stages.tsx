'use client'

import type { ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { reminders } from '@/lib/i18n/reminders'
import { CALL_RULES } from '@/lib/reminders/contact'

/** Seven rules before a call (S1-96); with a form, their ticks are kept with what comes of it. */
export function CallRules({ form }: { form?: string }) {
  const t = useMessages(reminders).rules
  return (
    <details className="rounded-card border-line border px-4 py-2">
      <summary className="fold flex min-h-11 cursor-pointer items-center font-medium">{t.title}</summary>
      <div className="grid">
        {CALL_RULES.map((rule) => (
          <Checkbox key={rule} label={t[rule]} {...(form ? { form, name: 'checks[]', value: rule } : {})} />
        ))}
      </div>
    </details>
  )
}

type Props = {
  me: string
  dealership: string
  /** With the form of address; empty while nobody knows who is on the telephone. */
  name: string
  plate: string
  /** What the fourth stage is about; a reminder, unless given. */
  content?: string
  /** The form that keeps which stages were gone through; without one, they are read only. */
  form?: string
  /** What stands out to be read back. */
  children?: ReactNode
}

/** The four stages of a call, with own name and identity in words to say (S1-97, S1-98). */
export function CallStages({ me, dealership, name, plate, content, form, children }: Props) {
  const t = useMessages(reminders).stages
  const stages = [
    { key: 'prepare', name: t.prepare, text: t.prepareText },
    { key: 'greet', name: t.greet, text: t.greetText({ dealership, me }) },
    ...(name ? [{ key: 'identity', name: t.identity, text: t.identityText({ name, plate }) }] : []),
    { key: 'content', name: t.content, text: content ?? t.contentText },
  ]
  return (
    <Section title={t.title}>
      <ol className="marker:text-muted grid list-decimal gap-2 pl-5">
        {stages.map((stage) => (
          <li key={stage.key}>
            {form ? (
              <Checkbox form={form} name="stages[]" value={stage.key} label={stage.name} hint={stage.text} />
            ) : (
              <>
                <strong className="font-medium">{stage.name}</strong>{' '}
                <span className="block">{stage.text}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {children}
      <p className="text-muted mt-2">{t.end}</p>
    </Section>
  )
}
