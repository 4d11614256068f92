'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SignaturePad } from '@/components/ui/signature-pad'
import { orders } from '@/lib/i18n/orders'
import type { RequestView } from '@/lib/orders/views'
import { SafetyNotice } from './safety-notice'

/** What was agreed by telephone, or the notice of a declined safety item, is signed on the glass (S3-47). */
export function SignRequest({
  request,
  customer,
  label,
  action,
}: {
  request: RequestView
  customer: string
  label: string
  action: FormAction
}) {
  const t = useMessages(orders)
  return (
    <ConfirmButton
      label={label}
      title={request.what}
      confirmLabel={t.sign.additionalButton}
      variant="primary"
      action={action}
    >
      <input type="hidden" name="additionalWorkId" value={request.id} />
      <input type="hidden" name="hash" value={request.contentHash ?? ''} />
      <Field label={t.sign.name} name="signerName">
        <Input defaultValue={customer} maxLength={60} />
      </Field>
      {request.safety && request.status !== 'signed' && <SafetyNotice request={request} />}
      <SignaturePad />
    </ConfirmButton>
  )
}
