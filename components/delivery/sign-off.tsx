'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SignaturePad } from '@/components/ui/signature-pad'
import { Submit } from '@/components/ui/submit'
import { delivery } from '@/lib/i18n/delivery'

/** The last act: the customer signs on the glass, the adviser sees the customer off. */
export function SignOff({
  orderId,
  signer,
  action,
}: {
  orderId: string
  signer: string
  action: FormAction
}) {
  const t = useMessages(delivery)
  return (
    <ActionForm action={action} okMessage={t.delivered} aria-label={t.sign}>
      <input type="hidden" name="orderId" value={orderId} />
      <p className="text-muted">{t.signLead}</p>
      <Field label={t.signerName} name="signerName" required>
        <Input defaultValue={signer} autoComplete="off" />
      </Field>
      <SignaturePad />
      <p className="text-muted text-sm">{t.seeOff}</p>
      <Submit size="large" block>
        {t.handOver}
      </Submit>
    </ActionForm>
  )
}
