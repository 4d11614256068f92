'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Plate } from '@/components/visit/plate'
import { orders } from '@/lib/i18n/orders'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'
import type { OrderType } from '@/lib/orders/schemas'
import { OrderStatus } from './order-state'

export type OrderRow = {
  id: string
  no: string
  type: OrderType
  status: RepairOrderStatus
  plate: string
  model: string
  customer: string
  adviser: string | null
  adviserEn: string | null
  promisedAt: Date | null
  promisedTo: Date | null
  totalFen: number
  openRequests: number
}

/** Orders one per line; the whole line opens the order. */
export function OrderTable({ rows }: { rows: OrderRow[] }) {
  const t = useMessages(orders)
  const format = useFormat()
  const english = useLocale() === 'en'
  return (
    <Table stacked caption={t.title}>
      <thead>
        <tr>
          <Th>{t.columns.plate}</Th>
          <Th>{t.columns.order}</Th>
          <Th className="max-tablet:hidden">{t.columns.customer}</Th>
          <Th>{t.columns.status}</Th>
          <Th>{t.columns.promise}</Th>
          <Th numeric>{t.columns.total}</Th>
          <Th>{t.columns.adviser}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="whitespace-nowrap">
              <Plate plate={row.plate} size="small" />
              <span className="text-muted max-tablet:hidden ml-2 text-sm">{row.model}</span>
              <span className="tablet:hidden block text-sm">{row.customer}</span>
            </Td>
            <Td className="whitespace-nowrap">
              <RowLink href={`/orders/${row.id}`} className="tabular">
                {row.no}
              </RowLink>
              <span className="text-muted block text-sm">{t.types[row.type]}</span>
            </Td>
            <Td data-wide className="max-tablet:hidden">
              {row.customer}
            </Td>
            <Td>
              <span className="flex flex-wrap gap-1">
                <OrderStatus status={row.status} />
                {row.openRequests > 0 && (
                  <Badge tone="amber">{t.requestsWaiting({ count: row.openRequests })}</Badge>
                )}
              </span>
            </Td>
            <Td className="tabular whitespace-nowrap">
              {row.promisedAt ? (
                <>
                  <span className="text-muted tablet:block max-tablet:mr-1 text-sm">
                    {format.day(row.promisedAt)}
                  </span>
                  {format.time(row.promisedAt)}
                </>
              ) : (
                <span className="text-muted">–</span>
              )}
            </Td>
            <Td numeric>{row.totalFen ? format.money(row.totalFen) : '–'}</Td>
            <Td className="whitespace-nowrap">{(english && row.adviserEn) || row.adviser}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
