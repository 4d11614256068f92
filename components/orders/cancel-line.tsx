'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { orders } from '@/lib/i18n/orders'

type Props = { jobId: string; title: string; action: FormAction }

/** Takes a signed line off before its work begins. */
export function CancelLine({ jobId, title, action }: Props) {
  const t = useMessages(orders).lines
  return (
    <>
      <ConfirmButton
        label={t.cancel}
        title={t.cancelTitle({ title })}
        action={action}
        variant="quiet"
        size="small"
      >
        <input type="hidden" name="jobId" value={jobId} />
        <p>{t.cancelText}</p>
        <Field label={t.cancelReason} name="reason" required>
          <Textarea maxLength={300} />
        </Field>
        <Field label={t.cancelConsent} name="consent" required>
          <Input maxLength={300} />
        </Field>
      </ConfirmButton>
    </>
  )
}
