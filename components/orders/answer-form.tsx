'use client'

import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SignaturePad } from '@/components/ui/signature-pad'
import { Submit } from '@/components/ui/submit'
import { PhoneCode, type SendCode } from '@/components/appointments/phone-code'
import { approvals } from '@/lib/i18n/approvals'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { customerFen } from '@/lib/orders/shares'
import { titleIn, type CustomerRequestView } from '@/lib/orders/views'
import { BorneBy } from './borne-by'
import { SafetyNotice } from './safety-notice'

type Props = {
  request: CustomerRequestView
  token: string
  agreedFen: number
  promisedAt: Date | null
  customer: string
  action: FormAction
  /** A yes to as much or more needs the one-time code. */
  codeFromFen: number
  sendCode: SendCode
}

const REASONS = ['later', 'price', 'elsewhere', 'unconvinced', 'selling', 'other'] as const

/** Yes or no to each line, with the running total and the new time before the signature (S3-45, S3-48). */
export function AnswerForm({
  request,
  token,
  agreedFen,
  promisedAt,
  customer,
  action,
  codeFromFen,
  sendCode,
}: Props) {
  const t = useMessages(orders).customer
  const a = useMessages(approvals)
  const e = useMessages(estimate).shares
  const locale = useLocale()
  const format = useFormat()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [signed, setSigned] = useState(false)
  const chosenFen = request.lines
    .filter(({ jobId }) => answers[jobId] === 'yes')
    .reduce((sum, line) => sum + line.totalFen, 0)
  const paidFen = request.lines
    .filter(({ jobId }) => answers[jobId] === 'yes')
    .reduce((sum, line) => sum + customerFen(line), 0)
  const [code, setCode] = useState('')
  const anyYes = Object.values(answers).includes('yes')
  const notice = request.safety && Object.values(answers).includes('no')
  const toSign = anyYes || notice
  const coded = anyYes && chosenFen >= codeFromFen
  const complete = request.lines.every(
    ({ jobId }) => answers[jobId] === 'yes' || (answers[jobId] === 'no' && reasons[jobId]),
  )
  return (
    <ActionForm action={action} okMessage={t.sent}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="additionalWorkId" value={request.id} />
      <input type="hidden" name="hash" value={request.contentHash ?? ''} />
      <ul className="grid gap-4">
        {request.lines.map((line) => (
          <li key={line.jobId} className="border-line grid gap-2 border-t pt-3">
            <p className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1 font-medium">{titleIn(locale, line)}</span>
              <strong className="tabular">{format.money(line.totalFen)}</strong>
            </p>
            <p className="text-muted tabular text-sm">
              {t.labour} {format.money(line.labourFen)}
              {line.partsFen > 0 && ` · ${t.parts} ${format.money(line.partsFen - line.discountFen)}`}
              <BorneBy line={line} />
            </p>
            <Choices
              legend={titleIn(locale, line)}
              hideLegend
              name={`answer-${line.jobId}`}
              choices={[
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
              onChange={(value) => setAnswers((old) => ({ ...old, [line.jobId]: value }))}
            />
            {answers[line.jobId] === 'no' && (
              <>
                <Field label={t.reason} required>
                  <Select
                    name={`reason-${line.jobId}`}
                    placeholder={t.reason}
                    options={REASONS.map((reason) => ({
                      value: t.reasons[reason],
                      label: t.reasons[reason],
                    }))}
                    onChange={(event) => setReasons((old) => ({ ...old, [line.jobId]: event.target.value }))}
                  />
                </Field>
                {reasons[line.jobId] === t.reasons.other && (
                  <Field label={t.reasonWords} name={`words-${line.jobId}`}>
                    <Input maxLength={200} />
                  </Field>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      <dl aria-live="polite" className="bg-sunk rounded-card tabular grid gap-1 p-4">
        <Row term={t.before} value={format.money(agreedFen)} />
        <Row term={t.more} value={`+ ${format.money(chosenFen)}`} />
        {paidFen !== chosenFen && <Row term={e.youPay} value={format.money(paidFen)} />}
        <div className="border-line flex items-baseline justify-between gap-4 border-t pt-1">
          <dt className="font-medium">{t.newTotal}</dt>
          <dd className="text-xl font-semibold">{format.money(agreedFen + chosenFen)}</dd>
        </div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="text-muted">{t.readyAt}</dt>
          <dd className="text-right">
            {anyYes && request.newPromisedAt
              ? format.dateTime(request.newPromisedAt)
              : promisedAt && format.dateTime(promisedAt)}
            <span className="text-muted block text-sm">
              {anyYes && request.delayMinutes
                ? promisedAt && t.readyBefore({ time: format.dateTime(promisedAt) })
                : t.readyUnchanged}
            </span>
          </dd>
        </div>
      </dl>
      {notice && <SafetyNotice request={request} />}
      {coded && (
        <div className="grid gap-2">
          <p>{a.code.lead({ from: format.money(codeFromFen) })}</p>
          <PhoneCode phone="" code={code} setCode={setCode} provenPhone="" sendCode={sendCode} invited />
        </div>
      )}
      {toSign && (
        <div>
          <input type="hidden" name="signerName" value={customer} />
          <p className="mb-1 text-sm font-medium">{anyYes ? t.signHere : a.safety.signNotice}</p>
          <SignaturePad onChange={setSigned} />
        </div>
      )}
      <Submit size="large" block disabled={!complete || (toSign && !signed) || (coded && code.length < 6)}>
        {t.send}
      </Submit>
    </ActionForm>
  )
}

const Row = ({ term, value }: { term: string; value: string }) => (
  <div className="flex justify-between gap-4">
    <dt className="text-muted">{term}</dt>
    <dd>{value}</dd>
  </div>
)
