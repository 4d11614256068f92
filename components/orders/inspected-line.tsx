'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { estimate } from '@/lib/i18n/estimate'

type Props = { jobId: string; title: string; asked: boolean; price: FormAction | null; free: FormAction }

/** A signed line without a price: the adviser prices it, and the customer agrees; or it is free of charge (S3-05). */
export function InspectedLine({ jobId, title, asked, price, free }: Props) {
  const t = useMessages(estimate).inspection
  if (asked) return <Badge tone="amber">{t.asked}</Badge>
  return (
    <>
      {price && (
        <ActionForm action={price}>
          <input type="hidden" name="jobId" value={jobId} />
          <Submit size="small" variant="secondary">
            {t.price}
          </Submit>
        </ActionForm>
      )}
      <ConfirmButton label={t.free} title={t.freeTitle({ title })} action={free} variant="quiet" size="small">
        <input type="hidden" name="jobId" value={jobId} />
        <p>{t.freeText}</p>
        <Field label={t.reason} name="reason" required>
          <Input maxLength={300} />
        </Field>
      </ConfirmButton>
    </>
  )
}
