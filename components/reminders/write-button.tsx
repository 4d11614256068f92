'use client'

import { MessageSquareText } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { reminders } from '@/lib/i18n/reminders'

/** A text message instead of, or after, a complicated call (S1-99); without words it is the message of the list. */
export function WriteButton({
  taskId,
  action,
  suggestion,
}: {
  taskId: string
  action: FormAction
  suggestion: string
}) {
  const t = useMessages(reminders).write
  return (
    <ConfirmButton
      label={t.label}
      title={t.title}
      action={action}
      okMessage={t.done}
      icon={<MessageSquareText aria-hidden className="size-4" />}
    >
      <p>{t.lead}</p>
      <input type="hidden" name="taskId" value={taskId} />
      <Field label={t.words} name="words" hint={t.wordsHint} optional>
        <Textarea rows={4} maxLength={300} placeholder={suggestion} />
      </Field>
    </ConfirmButton>
  )
}
