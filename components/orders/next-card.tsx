'use client'

import clsx from 'clsx'
import { Check, CircleDashed, PenLine, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'
import { OBLIGATORY_POINTS, type ObligatoryPoint } from '@/lib/orders/obligatory'
import { isInHouse, repairOrderFlow, type RepairOrderStatus } from '@/lib/orders/repair-order'
import { StopOrder } from './stop-order'

type Actions = {
  fixAndPresent: FormAction
  present: FormAction
  send: FormAction
  revise: FormAction
  cancel: FormAction
  stop: FormAction
}
type Props = {
  orderId: string
  status: RepairOrderStatus
  missing: ObligatoryPoint[]
  reason: string | null
  sentAt: Date | null
  hasVersion: boolean
  mayEdit: boolean
  mayDispatch: boolean
  mayStop: boolean
  actions: Actions
}

/** The one next action of this order, and the five points that stand before the signature. */
export function NextCard(props: Props) {
  const { orderId, status, missing, hasVersion, mayEdit, mayStop, actions } = props
  const t = useMessages(orders)
  const unsigned = status === 'draft' || status === 'estimated' || status === 'awaitingSignature'
  return (
    <Card className="grid gap-3">
      {unsigned && <Points missing={missing} />}
      {mayEdit || !unsigned ? <Primary {...props} /> : null}
      <div className="flex flex-wrap gap-2">
        {hasVersion && (
          <LinkButton href={`/orders/${orderId}/print`} icon={<Printer aria-hidden className="size-4" />}>
            {unsigned ? t.next.print : t.next.printCopy}
          </LinkButton>
        )}
        {mayEdit && status === 'awaitingSignature' && (
          <ConfirmButton label={t.next.revise} title={t.next.reviseTitle} action={actions.revise}>
            <input type="hidden" name="orderId" value={orderId} />
            <p>{t.next.reviseText}</p>
          </ConfirmButton>
        )}
        {mayEdit && unsigned && (
          <ConfirmButton
            label={t.next.cancel}
            title={t.next.cancelTitle}
            action={actions.cancel}
            variant="quiet"
          >
            <input type="hidden" name="orderId" value={orderId} />
            <p>{t.next.cancelText}</p>
            <Field label={t.next.reason} name="reason" required>
              <Textarea maxLength={300} />
            </Field>
          </ConfirmButton>
        )}
        {mayStop && repairOrderFlow.may(status, 'stop') && (
          <StopOrder orderId={orderId} action={actions.stop} />
        )}
      </div>
    </Card>
  )
}

function Points({ missing }: { missing: ObligatoryPoint[] }) {
  const t = useMessages(orders)
  return (
    <section aria-label={t.pointsTitle}>
      <h2 className="text-muted mb-1 text-sm">{t.pointsTitle}</h2>
      <ul className="flex flex-wrap gap-1.5">
        {OBLIGATORY_POINTS.map((point) => {
          const open = missing.includes(point)
          const label = t.points[point]
          return (
            <li
              key={point}
              aria-label={open ? t.pointMissing({ point: label }) : t.pointDone({ point: label })}
              className={clsx(
                'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-sm',
                open ? 'bg-amber-soft text-amber-ink' : 'bg-pine-soft text-pine-ink',
              )}
            >
              {open ? (
                <CircleDashed aria-hidden className="size-3.5" />
              ) : (
                <Check aria-hidden className="size-3.5" />
              )}
              {label}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Primary({ orderId, status, actions, sentAt, reason, mayDispatch }: Props): ReactNode {
  const t = useMessages(orders).next
  const format = useFormat()
  if (status === 'draft')
    return <One action={actions.fixAndPresent} orderId={orderId} label={t.fixAndPresent} />
  if (status === 'estimated') return <One action={actions.present} orderId={orderId} label={t.present} />
  if (status === 'awaitingSignature')
    return (
      <>
        <LinkButton
          href={`/orders/${orderId}/sign`}
          variant="primary"
          size="large"
          block
          icon={<PenLine aria-hidden className="size-5" />}
        >
          {t.sign}
        </LinkButton>
        <One action={actions.send} orderId={orderId} label={t.sendToPhone} quiet />
        {sentAt && <p className="text-muted text-sm">{t.sentAt({ time: format.dateTime(sentAt) })}</p>}
      </>
    )
  if (status === 'cancelled') return <Notice>{t.withdrawn({ reason: reason ?? '' })}</Notice>
  if (status === 'stopped') return <Notice kind="warning">{t.stopped({ reason: reason ?? '' })}</Notice>
  if (status === 'queued')
    return (
      <>
        <Notice kind="good">{t.waitsForDispatch}</Notice>
        {mayDispatch && (
          <LinkButton href="/workshop" variant="primary" block>
            {t.toBoard}
          </LinkButton>
        )}
      </>
    )
  return (
    <Notice kind={isInHouse(status) ? 'info' : 'good'}>{isInHouse(status) ? t.inWorkshop : t.over}</Notice>
  )
}

function One({
  action,
  orderId,
  label,
  quiet,
}: {
  action: FormAction
  orderId: string
  label: string
  quiet?: boolean
}) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="orderId" value={orderId} />
      <Submit variant={quiet ? 'secondary' : 'primary'} size={quiet ? 'medium' : 'large'} block>
        {label}
      </Submit>
    </ActionForm>
  )
}
