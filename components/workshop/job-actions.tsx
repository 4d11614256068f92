'use client'

import { Camera, Check, HandCoins, Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Sheet } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { PhotosToSend } from '@/components/visit/photos-to-send'
import { workshop } from '@/lib/i18n/workshop'
import { PAUSE_REASONS } from '@/lib/workshop/clock'

export type JobActionSet = {
  start: FormAction
  resume: FormAction
  pause: FormAction
  finish: FormAction
  record: FormAction
  ask: FormAction
}

type Props = {
  jobId: string
  visitId: string
  status: string
  running: boolean
  /** Counts the clockings: a second tap on the same button is the same post. */
  turn: number
  actions: JobActionSet
}

type Open = 'pause' | 'finish' | 'record' | 'ask' | null
const icon = 'size-6'

/** What the technician does with a job: one big button for what comes next, the rest below it. */
export function JobActions({ jobId, visitId, status, running, turn, actions }: Props) {
  const t = useMessages(workshop)
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const job = <input type="hidden" name="jobId" value={jobId} />
  const begin = status === 'paused' ? actions.resume : actions.start
  const mayBegin = ['assigned', 'rework', 'paused'].includes(status)
  return (
    <div className="grid gap-3">
      {mayBegin && (
        <ActionForm action={begin}>
          {job}
          <input type="hidden" name="idempotencyKey" value={`${status}-${jobId}-${turn}`} />
          <Submit
            size="large"
            block
            className="min-h-16 text-xl"
            icon={<Play aria-hidden className={icon} />}
          >
            {status === 'paused' ? t.my.goOn : t.my.start}
          </Submit>
        </ActionForm>
      )}
      {running && (
        <div className="grid grid-cols-2 gap-3">
          <Button
            size="large"
            className="min-h-16 text-xl"
            icon={<Pause aria-hidden className={icon} />}
            onClick={() => setOpen('pause')}
          >
            {t.my.pause}
          </Button>
          <Button
            variant="primary"
            size="large"
            className="min-h-16 text-xl"
            icon={<Check aria-hidden className={icon} />}
            onClick={() => setOpen('finish')}
          >
            {t.my.finish}
          </Button>
        </div>
      )}
      {(running || status === 'paused') && (
        <div className="grid grid-cols-2 gap-3">
          <Button
            size="large"
            className="min-h-14"
            icon={<Camera aria-hidden className="size-5" />}
            onClick={() => setOpen('record')}
          >
            {t.my.record}
          </Button>
          <Button
            size="large"
            className="min-h-14"
            icon={<HandCoins aria-hidden className="size-5" />}
            onClick={() => setOpen('ask')}
          >
            {t.my.ask}
          </Button>
        </div>
      )}
      <Sheet open={open === 'pause'} onClose={close} title={t.my.pauseTitle}>
        <ActionForm action={actions.pause} onOk={close}>
          {job}
          <Choices
            legend={t.my.pauseTitle}
            hideLegend
            name="reason"
            look="cards"
            choices={PAUSE_REASONS.map((value) => ({ value, label: t.pauseReasons[value] }))}
          />
          <Field label={t.my.pauseNote} name="note" optional>
            <Input maxLength={200} />
          </Field>
          <Submit size="large" block>
            {t.my.pause}
          </Submit>
        </ActionForm>
      </Sheet>
      <Sheet open={open === 'finish'} onClose={close} title={t.my.finishTitle}>
        <ActionForm action={actions.finish}>
          {job}
          <Field label={t.my.workDone} name="workDone" hint={t.my.workDoneHint} required>
            <Textarea rows={4} maxLength={1000} />
          </Field>
          <Field label={t.my.suggestion} name="suggestion" optional>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <Submit size="large" block>
            {t.my.finish}
          </Submit>
        </ActionForm>
      </Sheet>
      <Sheet open={open === 'record'} onClose={close} title={t.my.recordTitle}>
        <ActionForm action={actions.record} onOk={close} okMessage={t.my.recorded}>
          {job}
          <PhotosToSend visitId={visitId} kind="finding" label={t.my.addPhotos} />
          <Field label={t.my.text} name="text" required>
            <Textarea rows={3} maxLength={1000} />
          </Field>
          <FaultClass />
          <div>
            <Checkbox name="urgent" label={t.my.urgent} />
            <Checkbox name="suggestion" label={t.my.asSuggestion} />
          </div>
          <Submit size="large" block>
            {t.my.saveFinding}
          </Submit>
        </ActionForm>
      </Sheet>
      <Sheet open={open === 'ask'} onClose={close} title={t.my.askTitle} lead={t.my.askLead}>
        <ActionForm action={actions.ask} onOk={close} okMessage={t.my.asked}>
          {job}
          <PhotosToSend visitId={visitId} kind="finding" label={t.my.addPhotos} />
          <Field label={t.my.what} name="what" required>
            <Input maxLength={300} />
          </Field>
          <Field label={t.my.why} name="why" required>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <Field label={t.my.whatIfNot} name="whatIfNot" optional>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <Field label={t.my.how} name="how" optional>
            <Input maxLength={500} />
          </Field>
          <FaultClass />
          <Checkbox name="urgent" label={t.my.urgent} />
          <Submit size="large" block>
            {t.my.sendAsk}
          </Submit>
        </ActionForm>
      </Sheet>
    </div>
  )
}

function FaultClass() {
  const t = useMessages(workshop)
  return (
    <Choices
      legend={t.my.faultClass}
      name="faultClass"
      optional
      choices={Object.entries(t.my.faultClasses).map(([value, label]) => ({ value, label }))}
    />
  )
}
