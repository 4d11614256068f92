'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { useEffect, useRef, useState } from 'react'
import { useFormat, useLocale, useMessages, useReader } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { ConfirmButton } from '@/components/ui/confirm'
import { Sheet } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { DateInput, DigitsInput, Input, TimeInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { dayOf, timeOf } from '@/lib/core/time'
import type { Refused } from '@/lib/core/form-state'
import { workshop } from '@/lib/i18n/workshop'
import { bayFits, type BayKind } from '@/lib/workshop/bay'
import type { BoardJob } from '@/lib/workshop/board'
import { jobTitle } from './block'
import type { BayChoice, Draft, LaneTechnician } from './board-model'
import { JobMarks } from './queue-card'

type Consequence =
  | {
      ok: true
      startsAt: string
      endsAt: string
      minutes: number
      bayId: string
      bay: string
      promisedTo: string | null
      spareMinutes: number | null
      warnings: string[]
    }
  | { ok: false; refused: Refused }

export type PlanActions = {
  dispatch: FormAction
  move: FormAction
  withdraw: FormAction
  pause: FormAction
  preview: (place: Record<string, string>) => Promise<Consequence | null>
}

type Props = {
  draft: Draft | null
  onClose: () => void
  jobs: BoardJob[]
  technicians: LaneTechnician[]
  bays: BayChoice[]
  day: string
  actions: PlanActions
}

/** Beside the board: where a job would go, what follows from it, and the yes. All of it works without dragging. */
export function PlanPanel({ draft, onClose, jobs, ...rest }: Props) {
  const t = useMessages(workshop)
  const job = jobs.find(({ jobId }) => jobId === draft?.jobId)
  return (
    <Sheet open={draft !== null} onClose={onClose} title={draft?.planEntryId ? t.panel.move : t.panel.plan}>
      {draft && (
        <PlanForm key={`${draft.jobId}${draft.planEntryId}`} {...{ draft, onClose, jobs, job }} {...rest} />
      )}
    </Sheet>
  )
}

function PlanForm({
  draft,
  onClose,
  jobs,
  technicians,
  bays,
  day,
  actions,
  ...given
}: Props & { draft: Draft; job?: BoardJob }) {
  const t = useMessages(workshop)
  const locale = useLocale()
  const { timeZone } = useReader()
  const form = useRef<HTMLDivElement>(null)
  const [jobId, setJobId] = useState(draft.jobId ?? '')
  const { consequence, checking, check } = useConsequence(actions.preview, form)
  const job = given.job ?? jobs.find((one) => one.jobId === jobId)
  const running = job?.status === 'inWork'

  const fitting = bays.filter(({ kind }) => !job || bayFits(kind as BayKind, job.bayKind as BayKind))
  return (
    <div className="grid gap-5">
      {job && (
        <div className="grid gap-2">
          <span className="flex flex-wrap items-center gap-2">
            <Plate plate={job.plate} />
            <span className="text-muted">{job.car}</span>
          </span>
          <span className="flex flex-wrap items-center gap-1.5">
            <strong className="mr-1">{jobTitle(job, locale)}</strong>
            <JobMarks job={job} />
          </span>
          <Link
            href={`/workshop/sheet/${job.orderId}`}
            className="text-celadon-ink desk:min-h-8 flex min-h-11 w-fit items-center underline underline-offset-4"
          >
            {t.sheet} {job.orderNo}
          </Link>
        </div>
      )}
      {running ? (
        <Notice kind="info">{t.panel.inWork}</Notice>
      ) : (
        <ActionForm
          action={draft.planEntryId ? actions.move : actions.dispatch}
          okMessage={t.panel.done}
          onOk={onClose}
        >
          <div ref={form} className="grid gap-4" onInput={check}>
            {draft.planEntryId && <input type="hidden" name="planEntryId" value={draft.planEntryId} />}
            {draft.jobId ? (
              <input type="hidden" name="jobId" value={draft.jobId} />
            ) : (
              <Field label={t.panel.job} name="jobId" required>
                <Select
                  placeholder={t.panel.chooseJob}
                  onChange={(event) => setJobId(event.currentTarget.value)}
                  options={jobs
                    .filter(({ planned }) => !planned)
                    .map((one) => ({ value: one.jobId, label: `${one.plate} · ${jobTitle(one, locale)}` }))}
                />
              </Field>
            )}
            <Field label={t.panel.technician} name="technicianId" required>
              <Select
                placeholder={t.panel.chooseTechnician}
                defaultValue={draft.technicianId ?? job?.suggestedTechnicianId ?? ''}
                options={technicians.map(({ id, name, grade }) => ({
                  value: id,
                  label: grade ? `${name} · ${t.grades[grade]}` : name,
                }))}
              />
            </Field>
            <div className="grid grid-cols-2 gap-3">
              <Field label={t.panel.day} name="day" required>
                <DateInput defaultValue={draft.startsAt ? dayOf(draft.startsAt, timeZone) : day} />
              </Field>
              <Field label={t.panel.time} name="time" required>
                <TimeInput defaultValue={draft.startsAt ? timeOf(draft.startsAt, timeZone) : ''} />
              </Field>
            </div>
            <div className="grid grid-cols-2 gap-3">
              <Field label={t.panel.bay} name="bayId">
                <Select
                  defaultValue={draft.bayId ?? ''}
                  options={[
                    { value: '', label: t.panel.bestBay },
                    ...fitting.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              </Field>
              <Field label={t.panel.minutes} name="minutes" hint={t.panel.minutesHint}>
                <DigitsInput maxLength={3} />
              </Field>
            </div>
            <Field label={t.panel.reason} name="reason" hint={t.panel.reasonHint}>
              <Input maxLength={200} />
            </Field>
            <Checkbox name="priority" label={t.panel.priority} />
          </div>
          <Outcome consequence={consequence} checking={checking} />
          <Submit size="large" block disabled={consequence?.ok === false}>
            {draft.planEntryId ? t.panel.moveIt : t.panel.give}
          </Submit>
        </ActionForm>
      )}
      {draft.planEntryId && !running && (
        <ConfirmButton
          label={t.panel.withdraw}
          title={t.panel.withdrawTitle}
          action={actions.withdraw}
          okMessage={t.panel.withdrawn}
          variant="danger"
        >
          <p>{t.panel.withdrawText}</p>
          <input type="hidden" name="planEntryId" value={draft.planEntryId} />
          <Field label={t.panel.reason} name="reason" required>
            <Input maxLength={200} />
          </Field>
        </ConfirmButton>
      )}
      {running && job && (
        <ConfirmButton
          label={t.panel.pause}
          title={t.my.pauseTitle}
          action={actions.pause}
          variant="secondary"
        >
          <input type="hidden" name="jobId" value={job.jobId} />
          <Field label={t.panel.reason} name="reason" required>
            <Select options={Object.entries(t.pauseReasons).map(([value, label]) => ({ value, label }))} />
          </Field>
        </ConfirmButton>
      )}
    </div>
  )
}

/** Asks the server what would follow, a moment after the last change; the last answer wins. */
function useConsequence(preview: PlanActions['preview'], form: React.RefObject<HTMLDivElement | null>) {
  const [consequence, setConsequence] = useState<Consequence | null>(null)
  const [checking, setChecking] = useState(false)
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [ask] = useState(() => async () => {
    const owner = form.current?.closest('form')
    if (!owner) return
    const turn = ++asked.current
    setChecking(true)
    const place = Object.fromEntries(
      [...new FormData(owner)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    const answer = await preview(place).catch(() => null)
    if (turn !== asked.current) return
    setConsequence(answer)
    setChecking(false)
  })
  const check = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(ask, 250)
  }
  useEffect(() => {
    const first = setTimeout(ask, 0)
    return () => clearTimeout(first)
  }, [ask])
  return { consequence, checking, check }
}

function Outcome({ consequence, checking }: { consequence: Consequence | null; checking: boolean }) {
  const t = useMessages(workshop)
  const format = useFormat()
  return (
    <section
      aria-live="polite"
      aria-busy={checking}
      className="rounded-card border-line bg-sunk grid gap-2 border p-4"
    >
      <h3 className="text-muted text-sm font-medium">{t.panel.consequence}</h3>
      {!consequence && <p className="text-muted">{checking ? t.panel.checking : t.panel.choose}</p>}
      {consequence?.ok === false && (
        <p className="text-vermilion-ink flex gap-2">
          <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          {consequence.refused.text}
        </p>
      )}
      {consequence?.ok && (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">{t.panel.ends}</dt>
            <dd className="tabular font-medium">{format.dateTime(consequence.endsAt)}</dd>
            <dt className="text-muted">{t.panel.inBay}</dt>
            <dd>{consequence.bay}</dd>
            <dt className="text-muted">{t.panel.promise}</dt>
            <dd className="tabular">{promiseText(consequence, t, format)}</dd>
          </dl>
          {consequence.warnings.map((warning) => (
            <p key={warning} className="text-amber-ink flex gap-2">
              <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
              {t.panel.warnings[warning]}
            </p>
          ))}
          {consequence.warnings.length === 0 && <CircleCheck aria-hidden className="text-pine-ink size-5" />}
        </>
      )}
    </section>
  )
}

function promiseText(
  { promisedTo, spareMinutes }: Extract<Consequence, { ok: true }>,
  t: (typeof workshop)['en'],
  format: ReturnType<typeof useFormat>,
): string {
  if (!promisedTo || spareMinutes === null) return t.panel.noPromise
  const spare =
    spareMinutes < 0
      ? t.panel.lateBy({ duration: format.duration(-spareMinutes) })
      : t.panel.spare({ duration: format.duration(spareMinutes) })
  return `${format.dateTime(promisedTo)} · ${spare}`
}
