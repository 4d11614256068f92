'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { estimate } from '@/lib/i18n/estimate'

type Request = {
  id: string
  offBp: number
  reason: string
  status: 'asked' | 'granted' | 'refused'
  note: string
  askedBy: string
  askedAt: Date
  answeredBy: string | null
}

type Props = { requests: Request[]; answer: FormAction | null }

/** The discounts asked for on an order, with the answers; who may answer does it here. */
export function DiscountRequests({ requests, answer }: Props) {
  const t = useMessages(estimate).discounts
  const format = useFormat()
  if (!requests.length) return null
  return (
    <Section title={t.title}>
      <Card>
        <ul className="grid gap-4">
          {requests.map((request) => (
            <li key={request.id} className="grid gap-1">
              <p>
                {t.waits({
                  percent: format.percent(request.offBp),
                  name: request.askedBy,
                  time: format.dateTime(request.askedAt),
                })}
              </p>
              <p className="text-muted">{request.reason}</p>
              {request.status === 'asked' && !answer && (
                <Badge tone="amber" className="justify-self-start">
                  {t.waiting}
                </Badge>
              )}
              {request.status !== 'asked' && (
                <p className="text-muted text-sm">
                  {(request.status === 'granted' ? t.granted : t.refused)({ name: request.answeredBy ?? '' })}
                  {request.note && ` · ${request.note}`}
                </p>
              )}
              {request.status === 'asked' && answer && <Answer id={request.id} action={answer} />}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}

function Answer({ id, action }: { id: string; action: FormAction }) {
  const t = useMessages(estimate).discounts
  return (
    <ActionForm action={action}>
      <input type="hidden" name="requestId" value={id} />
      <Field label={t.note} name="note" optional>
        <Input maxLength={300} />
      </Field>
      <div className="flex gap-2">
        <Submit name="grant" value="true">
          {t.grant}
        </Submit>
        <Submit name="grant" value="false" variant="secondary">
          {t.refuse}
        </Submit>
      </div>
    </ActionForm>
  )
}

/** Asks for a discount above one's own limit, for all lines of the order or for one. */
export function AskDiscount({
  orderId,
  jobId,
  action,
}: {
  orderId: string
  jobId?: string
  action: FormAction
}) {
  const t = useMessages(estimate).discounts
  return (
    <FormDialog
      label={t.ask}
      title={t.askTitle}
      lead={t.askLead}
      action={action}
      okMessage={t.asked}
      save={t.send}
    >
      <input type="hidden" name="orderId" value={orderId} />
      {jobId && <input type="hidden" name="jobId" value={jobId} />}
      <Field label={t.percent} name="offBp" required>
        <Input inputMode="decimal" />
      </Field>
      <Field label={t.reason} name="reason" required>
        <Input maxLength={300} />
      </Field>
    </FormDialog>
  )
}

type Open = {
  id: string
  orderId: string
  no: string
  plate: string
  offBp: number
  reason: string
  askedBy: string
  askedAt: Date
}

/** What waits for the answer of who may grant more, above the list of orders. */
export function OpenDiscounts({ requests }: { requests: Open[] }) {
  const t = useMessages(estimate).discounts
  const format = useFormat()
  if (!requests.length) return null
  return (
    <Section title={t.open({ count: requests.length })} className="mb-6">
      <Card>
        <ul className="grid gap-1">
          {requests.map((request) => (
            <li key={request.id}>
              <Link
                href={`/orders/${request.orderId}#discounts`}
                className="text-celadon-ink flex min-h-11 flex-wrap items-center gap-x-3"
              >
                <Plate plate={request.plate} />
                <span className="tabular font-medium">{request.no}</span>
                <span className="text-ink min-w-0 flex-1">
                  {t.waits({
                    percent: format.percent(request.offBp),
                    name: request.askedBy,
                    time: format.dateTime(request.askedAt),
                  })}
                  <span className="text-muted block text-sm">{request.reason}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
