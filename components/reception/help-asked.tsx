'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { drive } from '@/lib/i18n/drive'

type Question = {
  visitId: string
  helpAsked: string
  helpAskedAt: Date | null
  helpAskedBy: { name: string; nameEn: string } | null
  visit: { no: string; vehicle: { plate: string; model: string } }
}

/** S2-55: questions from the cars that wait for the technical director. */
export function HelpAsked({ questions }: { questions: Question[] }) {
  const t = useMessages(drive)
  const locale = useLocale()
  const format = useFormat()
  if (questions.length === 0) return null
  return (
    <Section title={t.askedList} className="mb-6" card>
      <ul className="divide-line divide-y">
        {questions.map(({ visitId, helpAsked, helpAskedAt, helpAskedBy, visit }) => (
          <li key={visitId}>
            <Link
              href={`/reception/${visitId}`}
              className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-2"
            >
              <Plate plate={visit.vehicle.plate} />
              <span className="min-w-0 flex-1 basis-60">{helpAsked}</span>
              <span className="text-muted text-sm">
                {t.askedBy({
                  who: helpAskedBy ? nameIn(helpAskedBy, locale) : '',
                  time: helpAskedAt ? format.dateTime(helpAskedAt) : '',
                })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
