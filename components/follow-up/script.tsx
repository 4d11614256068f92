'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import type { CallView } from './views'
import { followUp } from '@/lib/i18n/follow-up'

const WEAR = 2

/** What to say, made of what was done to this car (S8-05). */
export function Script({ card, me, dealership }: { card: CallView; me: string; dealership: string }) {
  const t = useMessages(followUp).card
  const locale = useLocale()
  const f = useFormat()
  const { order, customer, vehicle, kind } = card
  const word = (title: string, titleEn: string) => (locale === 'en' && titleEn ? titleEn : title)
  const jobs = order?.jobs ?? []
  const done = jobs.filter(({ status }) => status !== 'declined')
  // What was chosen from the catalogue stands among the wishes too, but it was no complaint.
  const chosen = new Set(jobs.flatMap(({ title, titleEn }) => [title, titleEn]))
  const problems = (order?.orderProblems ?? []).filter(({ text }) => !chosen.has(text))
  const parts = done.flatMap(({ jobParts }) => jobParts).slice(0, WEAR)
  const lines = [
    t.greeting({ name: customer.name, dealership, me }),
    ...(kind === 'nextService'
      ? vehicle.nextServiceOn
        ? [t.remindService({ day: f.calendarDay(vehicle.nextServiceOn) })]
        : []
      : [
          ...problems.map(({ text }) => t.askProblem({ text })),
          ...done.map((job) => t.askOperation({ title: word(job.title, job.titleEn) })),
          ...parts.map((part) => t.askPart({ name: word(part.name, part.nameEn) })),
        ]),
    ...jobs
      .filter(({ status }) => status === 'declined')
      .map((job) => t.askDeclined({ title: word(job.title, job.titleEn) })),
    ...(order?.handOver?.useNotes ? [t.remindNotes({ text: order.handOver.useNotes })] : []),
    t.promote,
    t.thanks,
  ]
  return (
    <Section title={t.script}>
      <ol className="marker:text-muted grid list-decimal gap-2 pl-5">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
    </Section>
  )
}
