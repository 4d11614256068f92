'use client'

import clsx from 'clsx'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { PhotosToSend } from '@/components/visit/photos-to-send'
import { nameIn } from '@/lib/core/name-in'
import { quality } from '@/lib/i18n/quality'
import type { SheetJob, SheetLine } from '@/lib/quality/sheet'

type Props = {
  visitId: string
  inspectionId: string
  line: SheetLine
  jobs: SheetJob[]
  /** Absent when the reader only looks. */
  decide?: FormAction
}

/** One line of the inspection: what is looked at, pass or fail, and why it fails. */
export function LineCard({ visitId, inspectionId, line, jobs, decide }: Props) {
  const t = useMessages(quality)
  const locale = useLocale()
  const [failing, setFailing] = useState(false)
  const named = (of: { title: string; titleEn: string }) =>
    locale === 'en' && of.titleEn ? of.titleEn : of.title
  const group = line.group === 'job' ? null : line.group
  const job = jobs.find(({ id }) => id === line.jobId)
  const title = group ? t.groups[group] : named(line)
  const failed = line.result === 'fail'
  return (
    <li
      className={clsx(
        'rounded-card bg-surface flex flex-col gap-3 border p-4',
        failed ? 'border-vermilion/60' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-56">
          <h3 className="text-base font-medium">{title}</h3>
          <p className="text-muted text-sm">
            {group ? t.groupHints[group] : job?.doneBy && t.doneBy({ name: nameIn(job.doneBy, locale) })}
          </p>
          {!group && job?.workDoneNote && (
            <p className="mt-1 text-sm">
              <span className="text-muted">{t.note}: </span>
              {job.workDoneNote}
            </p>
          )}
        </div>
        {decide ? (
          <div className="flex gap-2">
            <ActionForm action={decide} onOk={() => setFailing(false)} aria-label={`${title}: ${t.pass}`}>
              <input type="hidden" name="inspectionId" value={inspectionId} />
              <input type="hidden" name="lineId" value={line.id} />
              <input type="hidden" name="result" value="pass" />
              <Submit
                variant="secondary"
                size="large"
                aria-pressed={line.result === 'pass'}
                icon={<Check aria-hidden className="size-5" />}
                className={clsx(
                  line.result === 'pass' && 'border-pine bg-pine-soft text-pine-ink hover:bg-pine-soft',
                )}
              >
                {t.pass}
              </Submit>
            </ActionForm>
            <Button
              size="large"
              aria-pressed={failed}
              aria-expanded={failing}
              onClick={() => setFailing((open) => !open)}
              icon={<X aria-hidden className="size-5" />}
              className={clsx(failed && 'border-vermilion bg-vermilion-soft text-vermilion-ink')}
            >
              {t.fail}
            </Button>
          </div>
        ) : (
          <Status shape={failed ? 'late' : line.result === 'pass' ? 'done' : 'open'}>
            {failed ? t.failed : line.result === 'pass' ? t.passed : t.undecided}
          </Status>
        )}
      </div>
      {failed && !failing && (
        <div className="border-vermilion grid gap-2 border-l-2 pl-3">
          <p>{line.reason}</p>
          {group && job && <p className="text-muted text-sm">{named(job)}</p>}
        </div>
      )}
      <Photos ids={line.photoFileIds} title={title} />
      {failing && decide && (
        <ActionForm action={decide} onOk={() => setFailing(false)} aria-label={`${title}: ${t.fail}`}>
          <input type="hidden" name="inspectionId" value={inspectionId} />
          <input type="hidden" name="lineId" value={line.id} />
          <input type="hidden" name="result" value="fail" />
          {group && jobs.length > 1 && (
            <Field label={t.whichWork} name="jobId" required>
              <Select
                placeholder={t.chooseWork}
                defaultValue={line.jobId ?? ''}
                options={jobs.map((one) => ({ value: one.id, label: named(one) }))}
              />
            </Field>
          )}
          <Field label={t.reason} name="reason" hint={t.reasonHint} required>
            <Textarea rows={3} maxLength={500} defaultValue={line.reason} autoFocus />
          </Field>
          <PhotosToSend visitId={visitId} kind="inspection" label={t.photo} />
          <Submit variant="danger" size="large" className="tablet:w-fit">
            {t.saveFail}
          </Submit>
        </ActionForm>
      )}
    </li>
  )
}

function Photos({ ids, title }: { ids: string[]; title: string }) {
  const t = useMessages(quality)
  if (!ids.length) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {ids.map((id, index) => (
        <li key={id}>
          <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/files/${id}`}
              alt={t.photoOf({ line: title, number: index + 1 })}
              className="rounded-control border-line size-24 border object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
