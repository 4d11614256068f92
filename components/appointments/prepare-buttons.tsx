'use client'

import { Ban } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Submit } from '@/components/ui/submit'
import { TextBefore } from '@/components/ui/text-before'
import { Textarea } from '@/components/ui/textarea'
import type { PreparationKind, PreparationState } from '@/lib/appointments/preparation'
import { bookingBoard } from '@/lib/i18n/booking-board'

type Props = {
  appointmentId: string
  kind: PreparationKind
  state: PreparationState
  /** The repair plan there is; a difficult problem needs one before it is prepared. */
  plan: string
  action: FormAction
  /** Only what fails may still be noted: the booking is ready. */
  failOnly?: boolean
}

/** Done, open again, or cannot be had with its reason: one item of the internal preparation. */
export function PrepareButtons({ appointmentId, kind, state, plan, action, failOnly }: Props) {
  const t = useMessages(bookingBoard).tasks
  const hidden = (
    <>
      <input type="hidden" name="appointmentId" value={appointmentId} />
      <input type="hidden" name="kind" value={kind} />
    </>
  )
  const planned = kind === 'specialPlan' && state !== 'done'
  return (
    <span className="flex flex-wrap gap-2">
      {!failOnly &&
        (planned ? (
          <ConfirmButton label={t.plan} title={t.plan} action={action} confirmLabel={t.done} size="small">
            {hidden}
            <input type="hidden" name="done" value="on" />
            <TextBefore value={plan} />
            <Field label={t.plan} name="note" required>
              <Textarea maxLength={300} defaultValue={plan} />
            </Field>
          </ConfirmButton>
        ) : (
          <ActionForm action={action} className="gap-0" aria-label={t.kinds[kind]}>
            {hidden}
            <input type="hidden" name="done" value={state === 'open' ? 'on' : ''} />
            <Submit variant="secondary" size="small">
              {state === 'open' ? t.done : t.undo}
            </Submit>
          </ActionForm>
        ))}
      {state !== 'failed' && kind !== 'reception' && (
        <ConfirmButton
          label={t.fail}
          title={t.failTitle}
          action={action}
          okMessage={t.failed}
          size="small"
          icon={<Ban aria-hidden className="size-4" />}
        >
          {hidden}
          <input type="hidden" name="failed" value="on" />
          <p>{t.failLead}</p>
          <Field label={t.failReason} name="note" required>
            <Textarea maxLength={300} />
          </Field>
        </ConfirmButton>
      )}
    </span>
  )
}
