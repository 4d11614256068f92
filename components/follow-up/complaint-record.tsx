'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Facts, Section } from '@/components/ui/card'
import { phone } from '@/lib/i18n/format'
import type { ComplaintView } from './views'
import { followUp } from '@/lib/i18n/follow-up'

/** The complaint record (form F34) and the way it has taken. */
export function ComplaintRecord({ view }: { view: ComplaintView }) {
  const words = useMessages(followUp)
  const t = words.complaints
  const f = useFormat()
  const locale = useLocale()
  const name = (row: { name: string; nameEn: string }) =>
    locale === 'en' && row.nameEn ? row.nameEn : row.name
  const jobs = view.order?.jobs ?? []
  const facts = [
    { term: t.received, value: f.dateTime(view.receivedAt) },
    { term: t.channel, value: t.channels[view.channel] },
    { term: t.type, value: t.types[view.type] },
    {
      term: words.card.call,
      value: view.customer.phone && (
        <a href={`tel:${view.customer.phone}`} className="text-celadon-ink underline">
          {phone(view.customer.phone)}
        </a>
      ),
    },
    { term: words.card.order, value: view.order?.no },
    { term: words.card.adviser, value: view.order?.adviser && name(view.order.adviser) },
    {
      term: t.work,
      value:
        jobs.length > 0 &&
        f.list(
          jobs.map(
            (job) =>
              `${locale === 'en' && job.titleEn ? job.titleEn : job.title}${job.doneBy ? ` (${name(job.doneBy)})` : ''}`,
          ),
        ),
    },
    { term: t.problemPoints, value: view.problem },
    { term: t.expectation, value: view.expectation },
    { term: t.analysis, value: view.analysis },
    { term: t.plan, value: view.plan },
    {
      term: t.compensation,
      value:
        view.compensationKind &&
        `${(t.compensations as Record<string, string>)[view.compensationKind] ?? view.compensationKind}${view.compensationFen ? ` · ${f.money(view.compensationFen)}` : ''}`,
    },
    { term: t.answer, value: view.customerAnswer },
    {
      term: t.satisfactionAfter,
      value: view.satisfactionAfter && words.satisfactions[view.satisfactionAfter],
    },
    { term: t.rootCause, value: view.rootCause && (t.rootCauses as Record<string, string>)[view.rootCause] },
    { term: t.measures, value: view.measures },
  ]
  return (
    <div className="grid gap-8">
      <Section title={t.record} aside={t.promised({ time: f.dateTime(view.firstPlanDueAt) })} card>
        <Facts className="[&_dd]:whitespace-pre-line" facts={facts.filter(({ value }) => value)} />
      </Section>
      {view.steps.length > 0 && (
        <Section title={t.way}>
          <ol className="grid gap-1.5">
            {view.steps.map((step) => (
              <li key={step.id} className="flex flex-wrap gap-x-3">
                <span>{(t.actions as Record<string, string>)[step.action] ?? step.action}</span>
                <span className="text-muted tabular text-sm">
                  {t.byWhen({ name: step.by, time: f.dateTime(step.at) })}
                </span>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  )
}
