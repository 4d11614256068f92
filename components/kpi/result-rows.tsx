import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { bookingResults } from '@/lib/i18n/booking-results'
import { fullDateTime } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { valueText, type ValueKind } from './result-value'

export type ShownRow = {
  id: string
  href: string | null
  no: string
  plate: string
  at: Date | null
  group: string
  value: number | null
}

type Props = { title: string; rows: ShownRow[]; kind: ValueKind | 'hour'; locale: Locale; timeZone: string }

/** The rows behind a number; each leads to its order, booking or car. */
export function ResultRows({ title, rows, kind, locale, timeZone }: Props) {
  const t = bookingResults[locale]
  if (rows.length === 0) return <Empty title={title}>{t.noRows}</Empty>
  const text = (value: number | null) => {
    if (value === null) return ''
    if (kind === 'share') return value ? t.yes : t.no
    return kind === 'hour' ? t.hour({ hour: value }) : valueText(value, kind, locale)
  }
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th>{t.plate}</Th>
          <Th>{t.number}</Th>
          <Th>{t.when}</Th>
          <Th>{t.group}</Th>
          <Th numeric>{t.value}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, href, no, plate, at, group, value }) => (
          <Tr key={id}>
            <Td className="font-medium">{plate}</Td>
            <Td>
              {href ? (
                <Link href={href} className="text-celadon-ink underline-offset-4 hover:underline">
                  {no}
                </Link>
              ) : (
                no
              )}
            </Td>
            <Td className="tabular">{at && fullDateTime(at, { locale, timeZone })}</Td>
            <Td>{group}</Td>
            <Td numeric>{text(value)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
