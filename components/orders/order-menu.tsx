'use client'

import { Printer } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'
import { isUnsigned, repairOrderFlow, type RepairOrderStatus } from '@/lib/orders/repair-order'
import { StopOrder } from './stop-order'

type Props = {
  orderId: string
  status: RepairOrderStatus
  hasVersion: boolean
  mayEdit: boolean
  mayStop: boolean
  actions: { revise: FormAction; cancel: FormAction; stop: FormAction }
}

/** What else can be done with an order: quiet, beside its number. */
export function OrderMenu({ orderId, status, hasVersion, mayEdit, mayStop, actions }: Props) {
  const t = useMessages(orders).next
  const unsigned = isUnsigned(status)
  return (
    <>
      {mayEdit && unsigned && (
        <ConfirmButton label={t.cancel} title={t.cancelTitle} action={actions.cancel} variant="quiet" danger>
          <input type="hidden" name="orderId" value={orderId} />
          <p>{t.cancelText}</p>
          <Field label={t.reason} name="reason" required>
            <Textarea maxLength={300} />
          </Field>
        </ConfirmButton>
      )}
      {mayStop && repairOrderFlow.may(status, 'stop') && (
        <StopOrder orderId={orderId} action={actions.stop} />
      )}
      {mayEdit && status === 'awaitingSignature' && (
        <ConfirmButton label={t.revise} title={t.reviseTitle} action={actions.revise}>
          <input type="hidden" name="orderId" value={orderId} />
          <p>{t.reviseText}</p>
        </ConfirmButton>
      )}
      {hasVersion && (
        <LinkButton href={`/orders/${orderId}/print`} icon={<Printer aria-hidden className="size-4" />}>
          {unsigned ? t.print : t.printCopy}
        </LinkButton>
      )}
    </>
  )
}
