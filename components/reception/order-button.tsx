'use client'

import { FilePen } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import type { ButtonSize } from '@/components/ui/button-class'
import { Submit } from '@/components/ui/submit'
import { reception } from '@/lib/i18n/reception'

/** The customer sits at the desk: opens the repair order from the booking and the statement. */
export function OrderButton({
  visitId,
  action,
  size,
}: {
  visitId: string
  action: FormAction
  size?: ButtonSize
}) {
  const t = useMessages(reception)
  return (
    <ActionForm action={action} className="gap-2!">
      <input type="hidden" name="visitId" value={visitId} />
      <Submit size={size} icon={<FilePen aria-hidden className="size-4" />}>
        {t.record.toOrder}
      </Submit>
    </ActionForm>
  )
}
