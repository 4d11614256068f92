'use client'

import { useId } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import {
  FAULT_QUESTIONS,
  faultQuestions,
  type Fault,
  type FaultQuestion,
} from '@/lib/appointments/fault-questions'
import { faults } from '@/lib/i18n/faults'
import type { Draft, Proof } from './draft'
import { FaultPhotos, type RemovePhoto } from './fault-photos'
import type { ProveCode, SendCode } from './phone-code'

export type FaultTools = {
  proven: Proof
  prove: (proof: Proof) => void
  forgetProof: () => void
  sendCode: SendCode
  proveCode: ProveCode
  /** Where photographs are sent. */
  photosAt: string
  removePhoto: RemovePhoto
}
type Props = FaultTools & { draft: Draft; change: (part: Partial<Draft>) => void }

/** What the customer notices about a fault: own words first, then taps, then photographs (S1-28, S1-46). */
export function BookingFault({ draft, change, ...tools }: Props) {
  const t = useMessages(faults)
  const format = useFormat()
  const id = useId()
  const { fault } = draft
  const given = (question: FaultQuestion, of: Partial<Fault> = fault) => (of[question] ?? []) as string[]
  const turn = (question: FaultQuestion, answer: string) => {
    const before = given(question)
    const now = {
      ...fault,
      [question]: before.includes(answer) ? before.filter((one) => one !== answer) : [...before, answer],
    }
    const words: Record<string, string> = t.answers.what
    change({ fault: now, faultLine: format.list(given('what', now).map((one) => words[one] ?? one)) })
  }
  return (
    <section aria-labelledby={id} className="rounded-card border-line bg-surface grid gap-4 border p-4">
      <div>
        <h2 id={id} className="font-title text-lg font-semibold">
          {t.title}
        </h2>
        <p className="text-muted text-sm">{t.lead}</p>
      </div>
      <Field label={t.concern} name="concern" hint={t.concernHint} optional>
        <Textarea
          rows={2}
          value={draft.concern}
          maxLength={500}
          onChange={(event) => change({ concern: event.target.value })}
        />
      </Field>
      {faultQuestions.map((question) => (
        <ChipGroup key={question} legend={t.questions[question]} name={`fault-${question}`}>
          {FAULT_QUESTIONS[question].map((answer) => (
            <ChipCheck
              key={answer}
              checked={given(question).includes(answer)}
              onChange={() => turn(question, answer)}
            >
              {(t.answers[question] as Record<string, string>)[answer]}
            </ChipCheck>
          ))}
        </ChipGroup>
      ))}
      <FaultPhotos draft={draft} change={change} {...tools} />
      <Button variant="quiet" className="justify-self-start" onClick={() => change({ faulty: false })}>
        {t.close}
      </Button>
    </section>
  )
}
