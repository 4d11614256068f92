'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Time } from '@/components/ui/time'
import { CONSENT_KINDS } from '@/lib/customers/consent'
import { customers } from '@/lib/i18n/customers'

type Channel = 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
type Props = {
  customerId: string
  consents: {
    id: string
    kind: string
    given: boolean
    channel: Channel
    at: Date
    textVersion: string
    proof: string
  }[]
  /** Left out for who may not write. */
  action?: FormAction
}
const WAYS = ['phone', 'store', 'wechat', 'sms'] as const

/** What a customer agreed to and took back: version of the text, way, day and proof of each. */
export function Consents({ customerId, consents, action }: Props) {
  const all = useMessages(customers)
  const t = all.consent
  return (
    <Section
      title={all.consents}
      action={
        action && (
          <FormDialog label={t.change} title={t.title} action={action} okMessage={t.saved} save={t.save}>
            <input type="hidden" name="customerId" value={customerId} />
            <Choices
              legend={t.kind}
              name="kind"
              defaultValue="marketing"
              choices={CONSENT_KINDS.map((value) => ({ value, label: all.consentKinds[value] }))}
            />
            <Choices
              legend={t.answer}
              name="given"
              defaultValue="false"
              choices={[
                { value: 'false', label: t.withdraws },
                { value: 'true', label: t.agrees },
              ]}
            />
            <Choices
              legend={t.channel}
              name="channel"
              defaultValue="phone"
              choices={WAYS.map((value) => ({ value, label: all.channels[value] }))}
            />
            <Field label={t.proof} name="proof" hint={t.proofHint}>
              <Input maxLength={200} autoComplete="off" />
            </Field>
          </FormDialog>
        )
      }
    >
      <Card>
        {consents.length === 0 ? (
          <p className="text-muted">{all.noConsents}</p>
        ) : (
          <ul className="grid gap-2">
            {consents.map((one) => (
              <li key={one.id} className="wrap-anywhere">
                {one.kind === 'service' ? all.consentKinds.service : all.consentKinds.marketing}{' '}
                <Badge tone={one.given ? 'pine' : 'vermilion'}>{one.given ? all.yes : all.refuses}</Badge>
                <span className="text-muted block text-sm">
                  <Time at={one.at} /> · {all.channels[one.channel]} ·{' '}
                  {t.version({ version: one.textVersion })}
                  {one.proof && ` · ${one.proof}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  )
}
