import { Table, Td, Th, Tr } from '@/components/ui/table'
import { bookingResults } from '@/lib/i18n/booking-results'
import type { Locale } from '@/lib/i18n/locales'
import type { Result, ResultKey } from '@/lib/kpi/booking-results'
import { ResultValue, type ValueKind } from './result-value'

type Row = { key: ResultKey; kind: ValueKind; pair: [Result, Result] }
type Props = {
  title: string
  heads: [string, string]
  rows: Row[]
  hrefOf: (key: ResultKey) => string
  locale: Locale
}

/** Measures of two groups side by side, each with its formula. */
export function Compared({ title, heads, rows, hrefOf, locale }: Props) {
  const t = bookingResults[locale]
  return (
    <Table stacked caption={title}>
      <thead>
        <tr>
          <Th>{t.measure}</Th>
          {heads.map((head) => (
            <Th key={head}>{head}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, kind, pair }) => (
          <Tr key={key}>
            <Td className="tablet:min-w-56 basis-full">
              <span className="block font-medium">{t.result[key].name}</span>
              <span className="text-muted block text-sm">{t.result[key].formula}</span>
            </Td>
            {pair.map((result, index) => (
              <Td key={heads[index]} className="flex-1 whitespace-nowrap">
                <span className="text-muted tablet:hidden block text-sm" aria-hidden>
                  {heads[index]}
                </span>
                <ResultValue
                  label={`${t.result[key].name}, ${heads[index]}`}
                  href={hrefOf(key)}
                  {...{ result, kind, locale }}
                />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
