import { Section } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import type { Locale } from '@/lib/core/locale'
import { money, percent } from '@/lib/i18n/format'
import { kpi } from '@/lib/i18n/kpi'

type Row = {
  adviserId: string
  name: string
  nameEn: string
  offered: number
  accepted: number
  declined: number
  deferred: number
  acceptedFen: number
}

/** What each adviser suggested and what customers made of it (S3-21). */
export function Suggestions({ rows, locale }: { rows: Row[]; locale: Locale }) {
  const t = kpi[locale].suggestions
  return (
    <Section title={t.title} aside={t.lead} className="mt-8">
      {rows.length ? (
        <Table caption={t.title}>
          <thead>
            <tr>
              <Th>{t.adviser}</Th>
              <Th numeric>{t.offered}</Th>
              <Th numeric>{t.accepted}</Th>
              <Th numeric>{t.share}</Th>
              <Th numeric>{t.declined}</Th>
              <Th numeric>{t.deferred}</Th>
              <Th numeric>{t.worth}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.adviserId}>
                <Td>{nameIn(row, locale)}</Td>
                <Td numeric>{row.offered}</Td>
                <Td numeric>{row.accepted}</Td>
                <Td numeric>{percent(Math.round((row.accepted * 10_000) / row.offered), locale)}</Td>
                <Td numeric>{row.declined}</Td>
                <Td numeric>{row.deferred}</Td>
                <Td numeric>{money(row.acceptedFen, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-muted">{t.none}</p>
      )}
    </Section>
  )
}
