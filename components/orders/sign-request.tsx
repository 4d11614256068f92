'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SignaturePad } from '@/components/ui/signature-pad'
import { orders } from '@/lib/i18n/orders'
import type { RequestView } from '@/lib/orders/views'

/** What was agreed by telephone is signed on the glass at collection (S3-47). */
export function SignRequest({
  request,
  customer,
  action,
}: {
  request: RequestView
  customer: string
  action: FormAction
}) {
  const t = useMessages(orders)
  return (
    <ConfirmButton
      label={t.requests.signNow}
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
      <SignaturePad />
    </ConfirmButton>
  )
}
