'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card, Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SignaturePad } from '@/components/ui/signature-pad'
import { Status } from '@/components/ui/badge'
import { Submit } from '@/components/ui/submit'
import type { SendCode } from '@/components/appointments/phone-code'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import { isLive } from '@/lib/orders/job'
import { titleIn, type CustomerRequestView } from '@/lib/orders/views'
import { AnswerForm } from './answer-form'
import { BorneBy } from './borne-by'
import { SafetyNotice } from './safety-notice'

type Props = {
  request: CustomerRequestView
  token: string
  customer: string
  agreedFen: number
  promisedAt: Date | null
  answer: FormAction
  signLater: FormAction
  codeFromFen: number
  sendCode: SendCode
}

/** What was found, why, what if not, how: then the customer's answer, or how it was answered (S3-17, S3-46). */
export function CustomerRequest({
  request,
  token,
  customer,
  agreedFen,
  promisedAt,
  answer,
  signLater,
  codeFromFen,
  sendCode,
}: Props) {
  const t = useMessages(orders).customer
  const a = useMessages(approvals)
  const format = useFormat()
  const open = request.status === 'sent' || request.status === 'expired'
  const noticeOpen = request.status === 'declined' && request.safety && !request.signed
  const toSign =
    noticeOpen || ((request.status === 'approved' || request.status === 'partApproved') && !request.signed)
  const reasons = [
    [t.what, request.what],
    [t.why, request.why],
    [t.whatIfNot, request.whatIfNot],
    [t.how, request.how],
  ] as const
  return (
    <Section
      title={open ? t.requestTitle : t.answered}
      aside={request.answeredAt && t.answeredAt({ time: format.dateTime(request.answeredAt) })}
    >
      <Card className="grid gap-4">
        {open && <p>{t.requestLead}</p>}
        {open && request.safety && <Notice kind="danger">{a.safety.red}</Notice>}
        {request.status === 'expired' && <Notice kind="warning">{t.expired}</Notice>}
        <dl className="grid gap-3">
          {reasons.map(
            ([term, text]) =>
              text && (
                <div key={term}>
                  <dt className="text-muted text-sm">{term}</dt>
                  <dd>{text}</dd>
                </div>
              ),
          )}
        </dl>
        {request.photoFileIds.length > 0 && (
          <ul aria-label={t.photos} className="flex gap-2 overflow-x-auto">
            {request.photoFileIds.map((id, index) => (
              <li key={id} className="shrink-0">
                <a href={`/v/${token}/files/${id}`}>
                  <img
                    src={`/v/${token}/files/${id}`}
                    alt={t.photo({ n: index + 1 })}
                    className="rounded-card border-line h-36 border object-cover"
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
        {open ? (
          <AnswerForm
            request={request}
            token={token}
            agreedFen={agreedFen}
            promisedAt={promisedAt}
            customer={customer}
            action={answer}
            codeFromFen={codeFromFen}
            sendCode={sendCode}
          />
        ) : (
          <Answered request={request} />
        )}
        {toSign && (
          <ActionForm action={signLater} okMessage={t.sent}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="additionalWorkId" value={request.id} />
            <input type="hidden" name="hash" value={request.contentHash ?? ''} />
            <input type="hidden" name="signerName" value={customer} />
            {noticeOpen ? <SafetyNotice request={request} /> : <Notice kind="warning">{t.signPhone}</Notice>}
            <SignaturePad />
            <Submit size="large" block>
              {t.send}
            </Submit>
          </ActionForm>
        )}
      </Card>
    </Section>
  )
}

function Answered({ request }: { request: CustomerRequestView }) {
  const t = useMessages(orders).customer
  const locale = useLocale()
  const format = useFormat()
  return (
    <ul className="border-line grid gap-2 border-t pt-3">
      {request.lines.map((line) => (
        <li key={line.jobId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 flex-1">
            {titleIn(locale, line)}
            <BorneBy line={line} />
            {line.declineReason && <span className="text-muted block text-sm">{line.declineReason}</span>}
          </span>
          <Status shape={isLive(line.status) ? 'done' : 'off'}>
            {isLive(line.status) ? t.lineYes : t.lineNo}
          </Status>
          <span className="tabular">{format.money(line.totalFen)}</span>
        </li>
      ))}
    </ul>
  )
}
