'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Facts, Section } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn, type Named } from '@/lib/core/name-in'
import { workshop } from '@/lib/i18n/workshop'
import { jobTitle } from './block'

type Entry = {
  id: string
  startsAt: Date
  endsAt: Date
  reason: string | null
  createdAt: Date
  technician: Named
  bay: { name: string; nameEn: string }
}
type Sheet = {
  promisedAt: Date | null
  promisedTo: Date | null
  remarks: string
  adviser: Named | null
  vehicle: { vin: string | null; colour: string }
  visit: {
    waiting: string
    leftAt: Date | null
    receptionRecord: {
      customerStatement: string
      adviserConfirmation: string
      odometerKm: number | null
    } | null
  }
  customer: { name: string; tier: string; complaintSensitive: boolean }
  orderProblems: { id: string; text: string }[]
  jobs: {
    id: string
    title: string
    titleEn: string
    status: string
    minutes: number
    labourFen: number
    partsFen: number
    requestedTechnician: Named | null
    place: Entry | null
    history: Entry[]
  }[]
}

/** The dispatch sheet (S5-16) as it is read on screen and on paper. */
export function SheetPaper({ sheet }: { sheet: Sheet }) {
  const t = useMessages(workshop)
  const format = useFormat()
  const locale = useLocale()
  const { visit, customer, jobs } = sheet
  const bayOf = ({ bay }: Entry) => nameIn(bay, locale)
  const promised = sheet.promisedTo ?? sheet.promisedAt
  const history = jobs.flatMap((job) => job.history.map((entry) => ({ ...entry, job })))
  return (
    <div className="grid gap-6">
      <Section title={t.sheetPage.special} card>
        <div className="mb-3 flex flex-wrap gap-1.5">
          <Badge tone={visit.waiting === 'waits' && !visit.leftAt ? 'celadon' : 'neutral'}>
            {visit.waiting === 'waits' && !visit.leftAt ? t.sheetPage.waits : t.sheetPage.leaves}
          </Badge>
          {customer.tier === 'vip' && <Badge tone="plum">{t.marks.vip}</Badge>}
          {customer.complaintSensitive && <Badge tone="vermilion">{t.sheetPage.special}</Badge>}
        </div>
        <Facts
          facts={[
            { term: t.sheetPage.promised, value: promised ? format.dateTime(promised) : null },
            { term: t.sheetPage.adviser, value: sheet.adviser && nameIn(sheet.adviser, locale) },
            { term: t.my.vin, value: sheet.vehicle.vin },
            {
              term: t.my.odometer,
              value: visit.receptionRecord?.odometerKm ? format.km(visit.receptionRecord.odometerKm) : null,
            },
            { term: t.sheetPage.remarks, value: sheet.remarks },
          ].filter(({ value }) => value)}
        />
      </Section>
      <Section title={t.sheetPage.problems} card>
        {sheet.orderProblems.length === 0 && !visit.receptionRecord?.customerStatement && (
          <p className="text-muted">{t.sheetPage.noProblems}</p>
        )}
        <ol className="list-decimal pl-5">
          {sheet.orderProblems.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
        <p className="mt-2 whitespace-pre-line">
          {[visit.receptionRecord?.customerStatement, visit.receptionRecord?.adviserConfirmation]
            .filter(Boolean)
            .join('\n')}
        </p>
      </Section>
      <Section title={t.sheetPage.jobs}>
        <Table caption={t.sheetPage.jobs}>
          <thead>
            <tr>
              <Th>{t.columns.job}</Th>
              <Th numeric>{t.sheetPage.time}</Th>
              <Th numeric>{t.sheetPage.cost}</Th>
              <Th numeric>{t.sheetPage.parts}</Th>
              <Th>{t.sheetPage.place}</Th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <Tr key={job.id}>
                <Td>
                  {jobTitle(job, locale)}
                  {job.requestedTechnician && (
                    <span className="text-muted block text-sm">
                      {t.asksFor({ name: nameIn(job.requestedTechnician, locale) })}
                    </span>
                  )}
                </Td>
                <Td numeric>{format.labourHours(job.minutes)}</Td>
                <Td numeric>{format.money(job.labourFen)}</Td>
                <Td numeric>{format.money(job.partsFen)}</Td>
                <Td>
                  {job.place ? (
                    <>
                      {nameIn(job.place.technician, locale)} · {bayOf(job.place)}
                      <span className="text-muted tabular block text-sm">
                        {format.day(job.place.startsAt)}{' '}
                        {format.timeRange(job.place.startsAt, job.place.endsAt)}
                      </span>
                    </>
                  ) : (
                    t.sheetPage.notPlanned
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
      {history.length > 0 && (
        <Section title={t.sheetPage.history} card>
          <ul className="grid gap-1">
            {history.map((entry) => (
              <li key={entry.id}>
                {jobTitle(entry.job, locale)}: {nameIn(entry.technician, locale)}{' '}
                {format.dateTime(entry.startsAt)} · {entry.reason || t.sheetPage.moved}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
