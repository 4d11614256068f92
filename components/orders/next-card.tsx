'use client'

import clsx from 'clsx'
import { Check, CircleDashed, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { orders } from '@/lib/i18n/orders'
import { OBLIGATORY_POINTS, type ObligatoryPoint } from '@/lib/orders/obligatory'
import { isInHouse, isUnsigned, type RepairOrderStatus } from '@/lib/orders/repair-order'

type Props = {
  orderId: string
  status: RepairOrderStatus
  missing: ObligatoryPoint[]
  reason: string | null
  sentAt: Date | null
  mayEdit: boolean
  mayDispatch: boolean
  actions: { fixAndPresent: FormAction; present: FormAction; send: FormAction }
}

/** The one next action of this order, and the five points that stand before the signature. */
export function NextCard(props: Props) {
  const { status, missing, mayEdit } = props
  const unsigned = isUnsigned(status)
  if (!unsigned && status !== 'queued') return <Primary {...props} />
  return (
    <Card
      className={clsx(
        'desk:sticky desk:top-4 desk:grid-cols-1 z-20 grid items-center gap-3',
        // Away from the desk the next action stays under the thumb.
        unsigned &&
          mayEdit &&
          'max-desk:shadow-float max-desk:sticky max-desk:order-last max-desk:py-3! max-tablet:bottom-16 tablet:grid-cols-[minmax(0,1fr)_auto] bottom-3',
      )}
    >
      {unsigned && <Points missing={missing} />}
      {(mayEdit || !unsigned) && (
        <div className="grid gap-2">
          <Primary {...props} />
        </div>
      )}
    </Card>
  )
}

function Points({ missing }: { missing: ObligatoryPoint[] }) {
  const t = useMessages(orders)
  return (
    <section aria-label={t.pointsTitle} className={clsx(!missing.length && 'max-tablet:hidden')}>
      <h2 className="text-muted max-tablet:sr-only mb-1 text-sm">{t.pointsTitle}</h2>
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
                open ? 'bg-amber-soft text-amber-ink' : 'bg-pine-soft text-pine-ink max-tablet:hidden',
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
