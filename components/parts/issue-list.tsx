'use client'

import { PackageCheck } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Plate } from '@/components/visit/plate'
import { nameIn, type Named } from '@/lib/core/name-in'
import { parts } from '@/lib/i18n/parts'

type Line = {
  id: string
  no: string
  name: string
  nameEn: string
  unit: string
  location: string
  quantityMilli: number
  issuedMilli: number
  heldMilli: number
  freeMilli: number
}
type Job = {
  jobId: string
  title: string
  titleEn: string
  status: string
  orderNo: string
  plate: string
  startsAt: Date | null
  technicianId: string | null
  technician: string | null
  technicianEn: string | null
  lines: Line[]
}
type Props = {
  jobs: Job[]
  technicians: (Named & { id: string })[]
  canIssue: boolean
  actions: { issue: FormAction; issueAll: FormAction; giveBack: FormAction }
}

/** Lines nothing is handed out for any more: parts come back. */
const OVER = ['cancelled', 'done', 'qcPassed']

/** Parts of approved jobs to hand out, the job that starts first on top (X-PRT-17). */
export function IssueList({ jobs, technicians, canIssue, actions }: Props) {
  const t = useMessages(parts)
  const format = useFormat()
  const locale = useLocale()
  if (jobs.length === 0)
    return (
      <Empty title={t.issueEmpty} icon={<PackageCheck />}>
        {t.issueTeach}
      </Empty>
    )
  const takers = (preset: string | null) => (
    <Field label={t.to} name="technicianId">
      <Select
        defaultValue={preset ?? ''}
        options={[
          { value: '', label: t.nobody },
          ...technicians.map((person) => ({ value: person.id, label: nameIn(person, locale) })),
        ]}
      />
    </Field>
  )
  return (
    <ul className="grid gap-3">
      {jobs.map((job) => {
        const over = OVER.includes(job.status)
        const open = !over && job.lines.some((line) => line.issuedMilli < line.quantityMilli)
        return (
          <li key={job.jobId}>
            <Card className="grid gap-3">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <Plate plate={job.plate} />
                <span className="min-w-0 flex-1 basis-48">
                  <strong className="block">
                    {locale === 'en' && job.titleEn ? job.titleEn : job.title}
                  </strong>
                  <span className="text-muted text-sm">
                    {job.orderNo} ·{' '}
                    {job.startsAt ? t.starts({ time: format.dateTime(job.startsAt) }) : t.notPlanned}
                    {job.technician && ` · ${(locale === 'en' && job.technicianEn) || job.technician}`}
                  </span>
                </span>
                {open && canIssue && (
                  <ConfirmButton
                    label={t.issueAll}
                    title={t.issueAllTitle}
                    action={actions.issueAll}
                    okMessage={t.issuedOk}
                    variant="primary"
                  >
                    <input type="hidden" name="jobId" value={job.jobId} />
                    {takers(job.technicianId)}
                  </ConfirmButton>
                )}
                {over ? (
                  <Badge tone="amber">{t.stopped}</Badge>
                ) : (
                  !open && <Badge tone="pine">{t.allIssued}</Badge>
                )}
              </div>
              <ul className="divide-line divide-y">
                {job.lines.map((line) => {
                  const name = locale === 'en' && line.nameEn ? line.nameEn : line.name
                  const left = over ? 0 : line.quantityMilli - line.issuedMilli
                  const short = left > line.heldMilli + line.freeMilli
                  return (
                    <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
                      <span className="min-w-0 flex-1 basis-52">
                        {name}{' '}
                        <span className="text-muted text-sm">
                          {[line.no, line.location].filter(Boolean).join(' · ')}
                        </span>
                      </span>
                      <span className="tabular">
                        {format.quantity(line.issuedMilli)} / {format.quantity(line.quantityMilli)}
                      </span>
                      {left > 0 && (
                        <Badge tone={short ? 'vermilion' : line.heldMilli >= left ? 'pine' : 'neutral'}>
                          {line.heldMilli >= left
                            ? t.held
                            : t.freeStock({ quantity: format.quantity(line.freeMilli) })}
                        </Badge>
                      )}
                      {canIssue && left > 0 && (
                        <ConfirmButton
                          label={t.issueOne}
                          title={t.issueOneTitle({ part: name })}
                          action={actions.issue}
                          okMessage={t.issuedOk}
                          size="small"
                        >
                          <input type="hidden" name="jobPartId" value={line.id} />
                          <div className="grid grid-cols-2 gap-3">
                            <Field label={t.quantity} name="quantity" required>
                              <Input inputMode="decimal" defaultValue={String(left / 1000)} />
                            </Field>
                            <Field label={t.batch} name="batchNo" hint={t.oldestBatch}>
                              <Input maxLength={60} />
                            </Field>
                          </div>
                          {takers(job.technicianId)}
                        </ConfirmButton>
                      )}
                      {canIssue && line.issuedMilli > 0 && (
                        <ConfirmButton
                          label={t.giveBack}
                          title={t.giveBackTitle({ part: name })}
                          action={actions.giveBack}
                          okMessage={t.returned}
                          size="small"
                        >
                          <input type="hidden" name="jobPartId" value={line.id} />
                          <Field label={t.quantity} name="quantity" required>
                            <Input inputMode="decimal" defaultValue={String(line.issuedMilli / 1000)} />
                          </Field>
                          <Field label={t.reason} name="reason" required>
                            <Input maxLength={200} />
                          </Field>
                        </ConfirmButton>
                      )}
                    </li>
                  )
                })}
              </ul>
            </Card>
          </li>
        )
      })}
    </ul>
  )
}
