import { Section } from '@/components/ui/card'
import { nameIn } from '@/lib/core/name-in'
import type { Locale } from '@/lib/core/locale'
import { desk } from '@/lib/i18n/desk'
import { number } from '@/lib/i18n/format'

type Row = {
  id: string
  name: string
  nameEn: string
  calls: number
  listening: number
  voice: number
  words: number
}

/** How the calls of each caller were marked. */
export function MarkList({ rows, locale }: { rows: Row[]; locale: Locale }) {
  const t = desk[locale].call
  return (
    <Section title={t.marksTitle} aside={t.scoreLead} card>
      {rows.length === 0 ? (
        <p className="text-muted">{t.noMarks}</p>
      ) : (
        <ul className="divide-line divide-y">
          {rows.map((row) => (
            <li key={row.id} className="tabular flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <span className="min-w-32 font-medium">{nameIn(row, locale)}</span>
              <span>
                {t.scoredAs({
                  listening: number(row.listening, locale),
                  voice: number(row.voice, locale),
                  words: number(row.words, locale),
                })}
              </span>
              <span className="text-muted text-sm">{t.markedCalls({ count: row.calls })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
