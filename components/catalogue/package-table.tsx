'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge, Status } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'

type Row = {
  id: string
  code: string
  name: string
  nameEn: string
  minutes: number
  bookableOnline: boolean
  disabledAt: Date | null
  lacksBay: boolean
  prices: { modelPattern: string; priceFen: number }[]
}

/** The menu: each package with its price of today, and what keeps customers from it. */
export function PackageTable({ packages }: { packages: Row[] }) {
  const t = useMessages(catalogue)
  const locale = useLocale()
  const f = useFormat()
  const price = (row: Row) => {
    const amounts = row.prices.map(({ priceFen }) => priceFen)
    const least = f.money(Math.min(...amounts))
    return new Set(amounts).size > 1 ? t.priceFrom({ price: least }) : least
  }
  return (
    <Table caption={t.views.packages}>
      <thead>
        <tr>
          <Th>{t.code}</Th>
          <Th>{t.name}</Th>
          <Th numeric className="max-tablet:hidden">
            {t.duration}
          </Th>
          <Th numeric>{t.price}</Th>
          <Th>{t.state}</Th>
        </tr>
      </thead>
      <tbody>
        {packages.map((row) => (
          <Tr key={row.id} className={row.disabledAt ? 'text-muted' : undefined}>
            <Td className="tabular">{row.code}</Td>
            <Td>
              <RowLink href={`/settings/catalogue/packages/${row.id}`}>{nameIn(row, locale)}</RowLink>
              <span className="text-muted tablet:hidden block text-sm">{f.duration(row.minutes)}</span>
            </Td>
            <Td numeric className="max-tablet:hidden">
              {row.minutes}
            </Td>
            <Td numeric className="whitespace-nowrap">
              {row.prices.length ? price(row) : '–'}
            </Td>
            <Td>
              <span className="flex flex-wrap gap-1">
                {row.disabledAt ? (
                  <Status shape="off">{t.retired}</Status>
                ) : (
                  <>
                    {!row.prices.length && <Status shape="late">{t.noPrice}</Status>}
                    {row.lacksBay && <Status shape="late">{t.lacksBay}</Status>}
                    {row.prices.length > 0 && !row.lacksBay && <Status shape="done">{t.offered}</Status>}
                    <Badge>{row.bookableOnline ? t.online : t.notOnline}</Badge>
                  </>
                )}
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
