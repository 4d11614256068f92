'use client'

import { useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card, Facts, Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { DateTimeInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { TextBefore } from '@/components/ui/text-before'
import { Textarea } from '@/components/ui/textarea'
import { common } from '@/lib/i18n/common'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import {
  OLD_PARTS,
  ORDER_TYPES,
  PAYMENT_METHODS,
  type OldParts,
  type OrderType,
  type PaymentMethod,
} from '@/lib/orders/schemas'
import { PromiseSuggested, type Suggestion } from './promise-suggested'

type Terms = {
  orderId: string
  type: OrderType
  /** 'YYYY-MM-DDTHH:mm' on the wall clock of the dealership. */
  promisedAt: string | null
  promised: Date | null
  promisedTo: Date | null
  promiseReason: string
  paymentMethod: PaymentMethod | null
  oldParts: OldParts | null
  wash: boolean | null
  deliveryExplained: boolean
  customerLocale: string
  remarks: string
}
type Props = { terms: Terms; suggestion: Suggestion | null; editable: boolean; action: FormAction }

/** What is agreed beside the work; the promised time comes with a suggestion that says what it is made of (S3-06). */
export function TermsCard({ terms, suggestion, editable, action }: Props) {
  const t = useMessages(orders)
  return (
    <Section title={t.terms.title}>
      <Card>
        {editable ? (
          <TermsForm terms={terms} suggestion={suggestion} action={action} />
        ) : (
          <AgreedTerms terms={terms} />
        )}
      </Card>
    </Section>
  )
}

function TermsForm({ terms, suggestion, action }: Omit<Props, 'editable'>) {
  const t = useMessages(orders)
  const e = useMessages(estimate).promise
  const [typed, setPromisedAt] = useState<string | null>(null)
  const worked = suggestion && suggestion.jobMinutes > 0 ? suggestion : null
  const promisedAt = typed ?? terms.promisedAt ?? worked?.local ?? ''
  const early =
    Boolean(worked?.local && promisedAt && promisedAt < worked.local) || terms.promiseReason !== ''
  return (
    <ActionForm action={action} okMessage={t.terms.saved}>
      <input type="hidden" name="orderId" value={terms.orderId} />
      <div>
        <Field label={t.terms.promisedAt} name="promisedAt" required>
          <DateTimeInput value={promisedAt} onChange={(event) => setPromisedAt(event.target.value)} />
        </Field>
        {worked && <PromiseSuggested suggestion={worked} current={promisedAt} use={setPromisedAt} />}
        {early && (
          <Field label={e.reason} name="promiseReason" hint={e.reasonHint}>
            <Input defaultValue={terms.promiseReason} maxLength={300} />
          </Field>
        )}
        {worked?.from && <input type="hidden" name="suggestedAt" value={worked.from.toISOString()} />}
      </div>
      <Choices
        legend={t.terms.oldParts}
        name="oldParts"
        look="list"
        className="[&>div]:grid-cols-2"
        defaultValue={terms.oldParts ?? undefined}
        choices={OLD_PARTS.map((value) => ({ value, label: t.oldParts[value] }))}
      />
      <Choices
        legend={t.terms.wash}
        name="wash"
        className="[&_label]:whitespace-nowrap"
        defaultValue={terms.wash === null ? undefined : String(terms.wash)}
        choices={[
          { value: 'true', label: t.terms.washYes },
          { value: 'false', label: t.terms.washNo },
        ]}
      />
      <Field label={t.terms.payment} name="paymentMethod">
        <Select
          defaultValue={terms.paymentMethod ?? ''}
          placeholder={t.terms.notAgreed}
          options={PAYMENT_METHODS.map((value) => ({ value, label: t.paymentMethods[value] }))}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t.terms.type} name="type">
          <Select
            defaultValue={terms.type}
            options={ORDER_TYPES.map((value) => ({ value, label: t.types[value] }))}
          />
        </Field>
        <Field label={t.terms.language} name="customerLocale">
          <Select
            defaultValue={terms.customerLocale}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t.terms.languages[value] }))}
          />
        </Field>
      </div>
      <Checkbox name="deliveryExplained" label={t.terms.delivery} defaultChecked={terms.deliveryExplained} />
      <TextBefore name="remarksWas" value={terms.remarks} />
      <Field label={t.terms.remarks} name="remarks" hint={t.terms.remarksHint} optional>
        <Textarea rows={2} maxLength={500} defaultValue={terms.remarks} />
      </Field>
      <Submit variant="secondary" block>
        {t.terms.save}
      </Submit>
    </ActionForm>
  )
}

function AgreedTerms({ terms }: { terms: Terms }) {
  const t = useMessages(orders)
  const e = useMessages(estimate).promise
  const words = useMessages(common)
  const format = useFormat()
  const open = <span className="text-muted">{t.terms.notAgreed}</span>
  return (
    <Facts
      facts={[
        { term: t.terms.promisedAt, value: terms.promised ? format.dateTime(terms.promised) : open },
        ...(terms.promiseReason ? [{ term: e.reasonWas, value: terms.promiseReason }] : []),
        { term: t.terms.oldParts, value: terms.oldParts ? t.oldParts[terms.oldParts] : open },
        { term: t.terms.wash, value: terms.wash === null ? open : terms.wash ? words.yes : words.no },
        { term: t.terms.payment, value: terms.paymentMethod ? t.paymentMethods[terms.paymentMethod] : open },
        { term: t.terms.type, value: t.types[terms.type] },
        { term: t.terms.delivery, value: terms.deliveryExplained ? words.yes : words.no },
        ...(terms.remarks ? [{ term: t.terms.remarks, value: terms.remarks }] : []),
      ]}
    />
  )
}
