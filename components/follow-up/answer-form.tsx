'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { SATISFACTIONS, type FollowUpKind } from '@/lib/follow-up/follow-up'
import { followUp } from '@/lib/i18n/follow-up'

/** The answers of a call; a reminder of the next service asks for no opinion. */
export function AnswerForm({
  followUpId,
  kind,
  action,
}: {
  followUpId: string
  kind: FollowUpKind
  action: FormAction
}) {
  const words = useMessages(followUp)
  const t = words.answer
  const opinion = kind !== 'nextService'
  return (
    <ActionForm action={action} okMessage={t.saved} aria-label={t.title}>
      <input type="hidden" name="followUpId" value={followUpId} />
      {opinion && (
        <>
          <Field label={t.vehicleState} name="vehicleState">
            <Input autoComplete="off" />
          </Field>
          <Choices
            legend={t.problemSolved}
            name="problemSolved"
            choices={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
          <Choices
            legend={t.satisfaction}
            name="satisfaction"
            choices={SATISFACTIONS.map((value) => ({
              value,
              label: <span className="whitespace-nowrap">{words.satisfactions[value]}</span>,
            }))}
          />
          <p className="text-muted text-sm">{t.poorOpens}</p>
        </>
      )}
      <Field label={t.questions} name="questions" optional>
        <Textarea rows={2} />
      </Field>
      <Field label={t.suggestion} name="suggestion" optional>
        <Textarea rows={2} />
      </Field>
      <div>
        <Checkbox name="bookingPromoted" label={t.bookingPromoted} />
        <Checkbox name="booked" label={t.booked} />
      </div>
      <Submit size="large" block>
        {t.save}
      </Submit>
    </ActionForm>
  )
}
