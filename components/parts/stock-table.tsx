'use client'

import { Search } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import { parts } from '@/lib/i18n/parts'

type Row = {
  id: string
  no: string
  name: string
  nameEn: string
  brand: string
  unit: string
  location: string
  minMilli: number
  onHandMilli: number
  reservedMilli: number
  shortMilli: number
  expectedOn: string | null
}
type Props = {
  rows: Row[]
  search: string
  show: 'all' | 'below'
  page: number
  pages: number
  total: number
  belowTotal: number
}

const href = (over: Record<string, string>) => `/parts?${new URLSearchParams({ view: 'stock', ...over })}`

/** The stock by number, name, brand or place; what has fallen below its minimum apart. */
export function StockTable({ rows, search, show, page, pages, total, belowTotal }: Props) {
  const t = useMessages(parts)
  const format = useFormat()
  const locale = useLocale()
  const kept: Record<string, string> = search ? { search } : {}
  return (
    <div className="grid gap-3">
      <form className="flex flex-wrap items-end gap-3" role="search">
        <input type="hidden" name="view" value="stock" />
        {show === 'below' && <input type="hidden" name="show" value="below" />}
        <Field label={t.search} name="search" className="min-w-56 flex-1 basis-72">
          <Input type="search" defaultValue={search} maxLength={60} />
        </Field>
        <Button type="submit" icon={<Search aria-hidden className="size-4" />}>
          {t.searchButton}
        </Button>
        <ChipLink href={href({ ...kept })} current={show === 'all'}>
          {t.all}
        </ChipLink>
        <ChipLink href={href({ ...kept, show: 'below' })} current={show === 'below'}>
          {t.below} {belowTotal}
        </ChipLink>
      </form>
      {rows.length === 0 ? (
        <Empty title={t.nothingFound}>{t.nothingFoundTeach}</Empty>
      ) : (
        <Table caption={t.tab.stock}>
          <thead>
            <tr>
              <Th className="max-tablet:hidden">{t.no}</Th>
              <Th>{t.name}</Th>
              <Th className="max-tablet:hidden">{t.brand}</Th>
              <Th>{t.place}</Th>
              <Th numeric>{t.onHand}</Th>
              <Th numeric>{t.reserved}</Th>
              <Th numeric>{t.free}</Th>
              <Th numeric>{t.minimum}</Th>
              <Th numeric>{t.awaited}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const free = row.onHandMilli - row.reservedMilli
              return (
                <Tr key={row.id}>
                  <Td className="tabular max-tablet:hidden">{row.no}</Td>
                  <Td>
                    {nameIn(row, locale)}
                    <span className="text-muted tabular tablet:hidden block text-sm">{row.no}</span>
                  </Td>
                  <Td className="max-tablet:hidden">{row.brand}</Td>
                  <Td>{row.location}</Td>
                  <Td numeric>{format.quantity(row.onHandMilli)}</Td>
                  <Td numeric>{format.quantity(row.reservedMilli)}</Td>
                  <Td numeric>
                    <span className="inline-flex flex-wrap items-center justify-end gap-2">
                      {free < row.minMilli && <Badge tone="vermilion">{t.belowMinimum}</Badge>}
                      <strong>{format.quantity(free)}</strong>
                    </span>
                  </Td>
                  <Td numeric>{format.quantity(row.minMilli)}</Td>
                  <Td numeric>
                    {row.shortMilli > 0 ? format.quantity(row.shortMilli) : '–'}
                    {row.expectedOn && ` · ${format.calendarDay(row.expectedOn, 'short')}`}
                  </Td>
                </Tr>
              )
            })}
          </tbody>
        </Table>
      )}
      {pages > 1 && (
        <nav className="flex items-center justify-end gap-3" aria-label={t.page({ page, of: pages })}>
          <span className="text-muted tabular">
            {t.page({ page, of: pages })} · {format.number(total)}
          </span>
          {page > 1 && (
            <LinkButton href={href({ ...kept, show, page: String(page - 1) })}>{t.previous}</LinkButton>
          )}
          {page < pages && (
            <LinkButton href={href({ ...kept, show, page: String(page + 1) })}>{t.next}</LinkButton>
          )}
        </nav>
      )}
    </div>
  )
}
