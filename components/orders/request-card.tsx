'use client'

import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { additionalWorkFlow } from '@/lib/orders/additional-work'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import { nameIn, titleIn, type RequestView } from '@/lib/orders/views'
import { BorneBy } from './borne-by'
import { JobStatusMark, RequestStatus } from './order-state'
import type { PackageChoice } from './add-line'
import type { Operation } from './operation-finder'
import type { SearchParts } from './part-finder'
import { PhoneAnswer } from './phone-answer'
import { PriceRequest } from './price-request'
import { SignRequest } from './sign-request'
import { WithdrawRequest } from './withdraw-request'

type RequestActions = {
  price: FormAction
  send: FormAction
  answer: FormAction
  sign: FormAction
  withdraw: FormAction
}
export type RequestProps = {
  request: RequestView
  customer: string
  /** The number of the customer, for the record of a call. */
  phone: string
  mayEdit: boolean
  /** 'YYYY-MM-DDTHH:mm': the promise as it stands, or the one proposed. */
  promiseLocal: string
  packages: PackageChoice[]
  operations: Operation[]
  searchParts: SearchParts
  actions: RequestActions
}

/** One request for additional work: what was found, its price and effect, how the customer answered (S3-44 … S3-49). */
export function RequestCard(props: RequestProps) {
  const { request, mayEdit, actions, customer } = props
  const t = useMessages(orders).requests
  const { safety } = useMessages(approvals)
  const locale = useLocale()
  const format = useFormat()
  const [pricing, setPricing] = useState(false)
  const may = (action: Parameters<typeof additionalWorkFlow.may>[1]) =>
    mayEdit && additionalWorkFlow.may(request.status, action)
  const unsigned = (request.status === 'approved' || request.status === 'partApproved') && !request.signed
  const noticeOpen = request.status === 'declined' && request.safety && !request.signed
  const { delayMinutes, totals } = request
  const delayed = delayMinutes !== null && delayMinutes > 0 && !request.answeredAt
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-60 font-medium">
          {request.what} {request.safety && <Badge tone="vermilion">{safety.badge}</Badge>}{' '}
          {request.finding?.urgent && !request.safety && <Badge tone="vermilion">{t.urgent}</Badge>}
        </h3>
        <RequestStatus status={request.status} />
      </div>
      <p className="text-muted text-sm">
        {request.foundBy &&
          t.foundBy({ name: nameIn(locale, request.foundBy), time: format.dateTime(request.foundAt) })}
      </p>
      {request.photoFileIds.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {request.photoFileIds.map((id) => (
            <li key={id}>
              <a href={`/api/files/${id}`}>
                <img
                  src={`/api/files/${id}`}
                  alt={t.photo}
                  className="rounded-card border-line h-24 border object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {request.lines.length > 0 && (
        <ul className="border-line grid gap-1 border-t pt-2">
          {request.lines.map((line) => (
            <li key={line.jobId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="min-w-0 flex-1">
                {titleIn(locale, line)}
                <BorneBy line={line} />
                {line.declineReason && <span className="text-muted block text-sm">{line.declineReason}</span>}
              </span>
              {request.answeredAt && <JobStatusMark status={line.status} />}
              <span className="tabular">{format.money(line.totalFen)}</span>
            </li>
          ))}
          <li className="tabular flex justify-end gap-4 font-medium">
            {!request.answeredAt && (
              <span className="text-muted mr-auto font-normal">
                {delayed
                  ? t.effect({ total: format.money(totals.totalFen), delay: format.duration(delayMinutes) })
                  : t.effectNoDelay({ total: format.money(totals.totalFen) })}
              </span>
            )}
            {format.money(totals.totalFen)}
          </li>
        </ul>
      )}
      {request.status === 'sent' && request.expiresAt && !request.overdue && (
        <p className="text-muted text-sm">{t.expires({ time: format.dateTime(request.expiresAt) })}</p>
      )}
      {(request.overdue || request.status === 'expired') && <Notice kind="warning">{t.overdue}</Notice>}
      {unsigned && <Notice kind="warning">{t.signLater}</Notice>}
      {noticeOpen && <Notice kind="danger">{safety.open}</Notice>}
      {request.sentAt && request.status !== 'withdrawn' && (
        <Link
          href={`/documents/additional-work/${request.id}`}
          className="text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-center gap-2 justify-self-start font-medium"
        >
          <Printer aria-hidden className="size-4" />
          {t.paper}
        </Link>
      )}
      {request.status === 'withdrawn' && <p>{t.withdrawnBecause({ reason: request.withdrawnReason })}</p>}
      <div className="flex flex-wrap gap-2">
        {may('send') && request.status === 'priced' && (
          <Post action={actions.send} id={request.id} label={t.send} primary />
        )}
        {may('approve') && request.contentHash && (
          <PhoneAnswer request={request} customer={customer} phone={props.phone} action={actions.answer} />
        )}
        {may('price') && (
          <Button
            variant={request.status === 'found' ? 'primary' : 'secondary'}
            onClick={() => setPricing(true)}
          >
            {request.status === 'found' ? t.price : t.priceAgain}
          </Button>
        )}
        {may('send') && request.status === 'expired' && (
          <Post action={actions.send} id={request.id} label={t.sendAgain} />
        )}
        {may('withdraw') && <WithdrawRequest requestId={request.id} action={actions.withdraw} />}
        {mayEdit && (unsigned || noticeOpen) && request.contentHash && (
          <SignRequest
            request={request}
            customer={customer}
            label={noticeOpen ? safety.signNow : t.signNow}
            action={actions.sign}
          />
        )}
      </div>
      {pricing && <PriceRequest {...props} onClose={() => setPricing(false)} />}
    </Card>
  )
}

function Post({
  action,
  id,
  label,
  primary,
}: {
  action: FormAction
  id: string
  label: string
  primary?: boolean
}) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="additionalWorkId" value={id} />
      <Submit variant={primary ? 'primary' : 'secondary'}>{label}</Submit>
    </ActionForm>
  )
}
