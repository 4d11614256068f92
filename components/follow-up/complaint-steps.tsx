'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import {
  COMPLAINT_TYPES,
  type Compensation,
  type ComplaintAction,
  type ComplaintType,
} from '@/lib/follow-up/complaint'
import { SATISFACTIONS } from '@/lib/follow-up/follow-up'
import { followUp } from '@/lib/i18n/follow-up'

type Facts = { id: string; type: ComplaintType; problem: string; expectation: string; limitFen: number }
type Props = { complaint: Facts; actions: ComplaintAction[]; remedies: Compensation[]; action: FormAction }

/** The steps that are possible now, each with what it asks for. */
export function ComplaintSteps({ complaint, actions, remedies, action }: Props) {
  const t = useMessages(followUp).complaints
  return (
    <div className="divide-line grid gap-6 divide-y [&>*+*]:pt-6">
      {actions.map((step) => (
        <ActionForm key={step} action={action} okMessage={t.saved} aria-label={t.actions[step]}>
          <input type="hidden" name="complaintId" value={complaint.id} />
          <input type="hidden" name="action" value={step} />
          <Fields step={step} complaint={complaint} remedies={remedies} />
          <Submit
            variant={step === 'refuse' || step === 'reopen' ? 'secondary' : 'primary'}
            className="w-fit"
          >
            {t.actions[step]}
          </Submit>
        </ActionForm>
      ))}
    </div>
  )
}

function Fields({
  step,
  complaint,
  remedies,
}: {
  step: ComplaintAction
  complaint: Facts
  remedies: Compensation[]
}) {
  const words = useMessages(followUp)
  const t = words.complaints
  const f = useFormat()
  const long = (label: string, name: string, value = '') => (
    <Field label={label} name={name} required>
      <Textarea rows={4} defaultValue={value} />
    </Field>
  )
  switch (step) {
    case 'takeOver':
      return (
        <>
          <Choices
            legend={t.type}
            name="type"
            defaultValue={complaint.type}
            choices={COMPLAINT_TYPES.map((value) => ({
              value,
              label: <span className="whitespace-nowrap">{t.types[value]}</span>,
            }))}
          />
          {long(t.problemPoints, 'problem', complaint.problem)}
          {long(t.expectation, 'expectation', complaint.expectation)}
        </>
      )
    case 'analyse':
      return long(t.analysis, 'analysis')
    case 'propose':
      return (
        <>
          {long(t.plan, 'plan')}
          <Choices
            legend={t.compensation}
            name="compensationKind"
            defaultValue="none"
            choices={remedies.map((value) => ({
              value,
              label: <span className="whitespace-nowrap">{t.compensations[value]}</span>,
            }))}
          />
          <Field
            label={t.compensationFen}
            name="compensationFen"
            hint={t.limit({ amount: f.money(complaint.limitFen) })}
          >
            <Input inputMode="decimal" defaultValue="0" className="tabular max-w-40 text-right" />
          </Field>
        </>
      )
    case 'agree':
      return (
        <Field label={t.answer} name="customerAnswer" optional>
          <Input autoComplete="off" />
        </Field>
      )
    case 'refuse':
      return long(t.answer, 'customerAnswer')
    case 'verify':
      return (
        <Choices
          legend={t.satisfactionAfter}
          name="satisfactionAfter"
          choices={SATISFACTIONS.map((value) => ({
            value,
            label: <span className="whitespace-nowrap">{words.satisfactions[value]}</span>,
          }))}
        />
      )
    case 'review':
      return (
        <>
          <Choices
            legend={t.rootCause}
            name="rootCause"
            choices={(['process', 'person', 'technical'] as const).map((value) => ({
              value,
              label: t.rootCauses[value],
            }))}
          />
          {long(t.measures, 'measures')}
        </>
      )
    case 'reopen':
      return long(t.problemPoints, 'problem')
    default:
      return null
  }
}
