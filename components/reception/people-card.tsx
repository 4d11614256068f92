'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { phone as spaced } from '@/lib/i18n/format'
import { common } from '@/lib/i18n/common'
import { reception } from '@/lib/i18n/reception'

type Person = { id: string; name: string; formOfAddress: string; phone: string }
type Props = {
  visitId: string
  people: Record<'sender' | 'owner' | 'payer', Person | null>
  frozen: boolean
  action?: FormAction
}

const ROLES = ['sender', 'owner', 'payer'] as const

/** S2-70: who brings the car, who owns it, who pays; they may be three people. */
export function PeopleCard({ visitId, people, frozen, action }: Props) {
  const t = useMessages(reception).particulars
  const words = useMessages(common)
  return (
    <Section title={`${t.sender} · ${t.owner} · ${t.payer}`} card>
      <ul className="divide-line divide-y">
        {ROLES.map((role) => (
          <li key={role} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <span className="text-muted tablet:w-28 w-full shrink-0 text-sm">{t[role]}</span>
            <span className="min-w-0 flex-1">
              {people[role]?.name ?? '–'}
              <span className="text-muted tabular ml-2 inline-block text-sm whitespace-nowrap">
                {spaced(people[role]?.phone ?? '')}
              </span>
            </span>
            {action && !(frozen && role === 'sender') && (
              <ConfirmButton
                label={t.change}
                title={t.changeTitle[role]}
                action={action}
                confirmLabel={words.save}
                okMessage={t.saved}
                size="small"
              >
                <input type="hidden" name="visitId" value={visitId} />
                <input type="hidden" name="role" value={role} />
                <Field label={t.name} name="name" required>
                  <Input autoComplete="off" />
                </Field>
                <Field label={t.phone} name="phone" required>
                  <PhoneInput autoComplete="off" />
                </Field>
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
