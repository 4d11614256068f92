'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { delivery } from '@/lib/i18n/delivery'

type Row = {
  id: string
  no: string
  status: string
  promisedAt: Date | null
  promisedTo: Date | null
  readyAt: Date | null
  deliveredAt: Date | null
  lateMinutes: number
  checksLeft: number
  totalFen: number | null
  blocked: boolean
  vehicle: { plate: string; model: string }
  customer: { name: string; formOfAddress: string }
  adviser: { name: string; nameEn: string } | null
}

const SHAPES: Record<string, StatusShape> = {
  ready: 'waiting',
  settling: 'now',
  paid: 'done',
  delivered: 'done',
  closed: 'done',
  stopped: 'paused',
}

type Props = { rows: Row[]; caption: string; priced: boolean }

/** Cars to hand over, one line each; the bill only for those who may read it. */
export function DeliveryTable({ rows, caption, priced }: Props) {
  const t = useMessages(delivery)
  const locale = useLocale()
  const f = useFormat()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.customer}</Th>
          <Th className="max-tablet:hidden">{t.columns.promise}</Th>
          <Th className="max-tablet:hidden">{t.columns.ready}</Th>
          <Th>{t.columns.state}</Th>
          <Th>{t.columns.open}</Th>
          {priced && <Th numeric>{t.columns.bill}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <RowLink
                href={`/delivery/${row.id}`}
                className="flex flex-wrap items-center gap-x-3"
                prefetch={false}
              >
                <Plate plate={row.vehicle.plate} size="small" />
                <span className="text-muted font-normal">{row.no}</span>
              </RowLink>
            </Td>
            <Td>
              {row.customer.name}
              {row.adviser && (
                <span className="text-muted block text-xs">
                  {locale === 'en' && row.adviser.nameEn ? row.adviser.nameEn : row.adviser.name}
                </span>
              )}
            </Td>
            <Td className="max-tablet:hidden whitespace-nowrap">
              {row.promisedAt && <Time at={row.promisedTo ?? row.promisedAt} />}
            </Td>
            <Td className="max-tablet:hidden whitespace-nowrap">
              {row.readyAt && <Time at={row.readyAt} />}{' '}
              {row.readyAt && row.promisedAt && (
                <Badge tone={row.lateMinutes > 0 ? 'vermilion' : 'pine'}>
                  {row.lateMinutes > 0 ? t.lateBy({ minutes: f.duration(row.lateMinutes) }) : t.onTime}
                </Badge>
              )}
            </Td>
            <Td>
              <Status shape={SHAPES[row.status] ?? 'open'}>
                {t.states[(row.status === 'closed' ? 'delivered' : row.status) as keyof typeof t.states]}
              </Status>
            </Td>
            <Td className="text-muted whitespace-nowrap">
              {row.deliveredAt ? (
                <Time at={row.deliveredAt} />
              ) : row.checksLeft > 0 ? (
                t.checksLeft({ count: row.checksLeft })
              ) : (
                t.checksDone
              )}
            </Td>
            {priced && (
              <Td numeric>
                {row.totalFen === null ? (
                  <span className="text-muted">{t.noBill}</span>
                ) : (
                  f.money(row.totalFen)
                )}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
