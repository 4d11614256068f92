'use client'

import { useMessages } from '@/components/shell/locale'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { FormAction } from '@/components/ui/action-form'
import { reception } from '@/lib/i18n/reception'

export function LeaveButton({ visitId, action }: { visitId: string; action: FormAction }) {
  const t = useMessages(reception).leave
  return (
    <ConfirmButton
      label={t.button}
      title={t.title}
      action={action}
      okMessage={t.done}
      variant="secondary"
      confirmLabel={t.button}
    >
      <p className="text-muted">{t.lead}</p>
      <input type="hidden" name="visitId" value={visitId} />
      <Field label={t.reason} name="reason" required>
        <Textarea rows={2} />
      </Field>
    </ConfirmButton>
  )
}
