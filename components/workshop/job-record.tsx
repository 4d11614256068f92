'use client'

import type { ReactNode } from 'react'
import { FaultFiles, type FaultFile } from '@/components/reception/fault-files'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Facts, Section } from '@/components/ui/card'
import { reception } from '@/lib/i18n/reception'
import { workshop } from '@/lib/i18n/workshop'

type Finding = {
  id: string
  text: string
  faultClass: string | null
  urgent: boolean
  suggestion: boolean
  photoFileIds: string[]
  at: Date
}
type Part = { id: string; name: string; nameEn: string; quantityMilli: number; issuedMilli: number }
type Clocking = { id: string; startsAt: Date; endsAt: Date | null; pauseReason: string | null; note: string }

export type JobRecordProps = {
  problems: { id: string; text: string }[]
  remarks: string
  oldParts: string | null
  car: { vin: string | null; colour: string; modelYear: number | null }
  parkedAt: string
  keyLocation: string
  record: {
    odometerKm: number | null
    customerStatement: string
    adviserConfirmation: string
    faultInquiry: unknown
    faultFiles: FaultFile[]
    damageMarks: { view: string; kind: string; note: string; photoFileId: string | null }[]
    walkAroundItems: { kind: string; note: string }[]
  } | null
  findings: Finding[]
  parts: Part[]
  additionalWorks: { id: string; what: string; status: string }[]
  assignedAt: Date | null
  clockings: Clocking[]
  doneAt?: Date | null
}

/** Everything that goes with the job (S5-28): the customer's words, the fault record, photographs, parts, findings, stamps. */
export function JobRecord(props: JobRecordProps) {
  const t = useMessages(workshop)
  const r = useMessages(reception)
  const format = useFormat()
  const locale = useLocale()
  const { problems, record, findings, parts, additionalWorks } = props
  const marks = record?.damageMarks ?? []
  const photos = marks.flatMap(({ photoFileId }) => (photoFileId ? [photoFileId] : []))
  const inquiry = Object.entries((record?.faultInquiry ?? {}) as Record<string, unknown>).filter(
    ([, value]) => typeof value === 'string' && value !== '',
  )
  return (
    <div className="grid gap-5">
      <Section title={t.my.problems} card>
        {problems.length === 0 && !record?.customerStatement ? (
          <p className="text-muted">{t.my.noProblems}</p>
        ) : (
          <ol className="grid list-decimal gap-1 pl-5 text-lg">
            {problems.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        )}
        {record?.customerStatement && (
          <blockquote className="border-celadon mt-2 border-l-4 pl-3 text-lg whitespace-pre-line">
            {record.customerStatement}
          </blockquote>
        )}
        {inquiry.length > 0 && (
          <Words title={t.my.inquiry}>
            {
              <Facts
                facts={inquiry.map(([key, value]) => ({
                  term: (r.inquiryFields as Record<string, string>)[key] ?? key,
                  value: String(value),
                }))}
              />
            }
          </Words>
        )}
        <FaultFiles files={record?.faultFiles ?? []} />
        {(record?.adviserConfirmation || props.remarks) && (
          <Words title={t.my.adviserSays}>
            <p className="whitespace-pre-line">
              {[record?.adviserConfirmation, props.remarks].filter(Boolean).join('\n')}
            </p>
          </Words>
        )}
        {(marks.length > 0 || (record?.walkAroundItems.length ?? 0) > 0) && (
          <Words title={t.my.seen}>
            <ul className="grid gap-0.5">
              {marks.map((mark, index) => (
                <li key={index}>
                  {[r.views[mark.view], r.damageKinds[mark.kind], mark.note].filter(Boolean).join(' · ')}
                </li>
              ))}
              {record?.walkAroundItems.map(({ kind, note }) => (
                <li key={kind}>{[r.items[kind], note].filter(Boolean).join(' · ')}</li>
              ))}
            </ul>
          </Words>
        )}
        <Photos ids={photos} />
      </Section>
      {parts.length > 0 && (
        <Section title={t.my.parts} card>
          <ul className="divide-line -my-2 divide-y">
            {parts.map((part) => (
              <li key={part.id} className="flex flex-wrap items-center gap-2 py-2">
                <span className="flex-1 basis-40">
                  {locale === 'en' && part.nameEn ? part.nameEn : part.name}
                </span>
                <span className="tabular">{format.quantity(part.quantityMilli)}</span>
                <Badge tone={part.issuedMilli >= part.quantityMilli ? 'pine' : 'amber'}>
                  {part.issuedMilli >= part.quantityMilli ? t.my.issued : t.my.notIssued}
                </Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.my.findings} aside={findings.length} card>
        {findings.length === 0 && <p className="text-muted">{t.my.noFindings}</p>}
        <ul className="grid gap-3">
          {findings.map((finding) => (
            <li key={finding.id} className="grid gap-1">
              <p className="whitespace-pre-line">{finding.text}</p>
              <span className="flex flex-wrap items-center gap-1.5">
                {finding.faultClass && <Badge>{t.my.faultClasses[finding.faultClass]}</Badge>}
                {finding.urgent && <Badge tone="vermilion">{t.my.urgent}</Badge>}
                {finding.suggestion && <Badge tone="celadon">{t.my.asSuggestion}</Badge>}
                <span className="text-muted text-sm">{format.dateTime(finding.at)}</span>
              </span>
              <Photos ids={finding.photoFileIds} />
            </li>
          ))}
        </ul>
        {additionalWorks.length > 0 && (
          <Words title={t.my.additional}>
            <ul className="grid gap-1">
              {additionalWorks.map(({ id, what, status }) => (
                <li key={id} className="flex flex-wrap items-center gap-2">
                  {what}
                  <Badge
                    tone={
                      ['approved', 'signed', 'partApproved'].includes(status)
                        ? 'pine'
                        : ['declined', 'withdrawn'].includes(status)
                          ? 'neutral'
                          : 'amber'
                    }
                  >
                    {t.my.additionalStatus[status]}
                  </Badge>
                </li>
              ))}
            </ul>
          </Words>
        )}
      </Section>
      <Section title={t.my.car} card>
        <Facts
          facts={[
            { term: t.my.vin, value: props.car.vin },
            { term: t.my.odometer, value: record?.odometerKm ? format.km(record.odometerKm) : null },
            { term: t.my.parked, value: props.parkedAt },
            { term: t.my.keys, value: props.keyLocation },
            { term: t.my.oldParts, value: props.oldParts ? t.my.oldPartsKinds[props.oldParts] : null },
          ].filter(({ value }) => value)}
        />
      </Section>
      <Section title={t.my.stamps} card>
        <Facts
          facts={stampsOf(props, t).map(({ word, at, note }) => ({
            term: word,
            value: `${format.dateTime(at)}${note ? ` · ${note}` : ''}`,
          }))}
        />
      </Section>
    </div>
  )
}

/** Assigned, started, paused with its reason, resumed, finished (S5-36). */
function stampsOf({ assignedAt, clockings, doneAt }: JobRecordProps, t: (typeof workshop)['en']) {
  const stamps: { word: string; at: Date; note?: string }[] = assignedAt
    ? [{ word: t.my.assignedAt, at: assignedAt }]
    : []
  clockings.forEach(({ startsAt, endsAt, pauseReason, note }, index) => {
    stamps.push({ word: index === 0 ? t.my.startedAt : t.my.resumedAt, at: startsAt })
    if (endsAt && pauseReason)
      stamps.push({
        word: t.my.pausedAt,
        at: endsAt,
        note: [t.pauseReasons[pauseReason], note].filter(Boolean).join(' '),
      })
  })
  if (doneAt) stamps.push({ word: t.my.finishedAt, at: doneAt })
  return stamps
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-3 grid gap-1">
      <h3 className="text-muted text-sm font-medium">{title}</h3>
      {children}
    </div>
  )
}

function Photos({ ids }: { ids: string[] }) {
  const t = useMessages(workshop)
  if (ids.length === 0) return null
  return (
    <ul aria-label={t.my.photos} className="mt-2 flex flex-wrap gap-2">
      {ids.map((id, index) => (
        <li key={id}>
          <a href={`/api/files/${id}`} target="_blank" rel="noreferrer" className="block">
            <img
              src={`/api/files/${id}`}
              alt={t.my.photo({ n: index + 1 })}
              loading="lazy"
              className="rounded-control border-line size-24 border object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
