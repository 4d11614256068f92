import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import type { AppointmentStatus } from '@/lib/appointments/appointment'
import { appointments } from '@/lib/i18n/appointments'
import { list, phone } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Named = { name: string; nameEn: string }
export type ArrivalRow = {
  id: string
  status: AppointmentStatus
  startsAt: Date
  late: boolean
  difficult: boolean
  quickLane: boolean
  comebackOfId: string | null
  overrideReason: string | null
  customer: { name: string; formOfAddress: string; phone: string }
  vehicle: { plate: string; brand: string; model: string }
  adviser: Named | null
  appointmentItems: { description: string; package: Named | null; operation: Named | null }[]
  preparationTasks: { doneAt: Date | null }[]
}

export const STATUS_SHAPES: Record<AppointmentStatus, StatusShape> = {
  requested: 'open',
  confirmed: 'waiting',
  waitingParts: 'paused',
  ready: 'done',
  arrived: 'now',
  converted: 'now',
  noShow: 'late',
  cancelled: 'off',
  rescheduled: 'off',
}

/** The bookings of a day, one line per car. */
export function ArrivalTable({ rows, locale }: { rows: ArrivalRow[]; locale: Locale }) {
  const t = appointments[locale]
  const named = (of: Named | null) => (of ? (locale === 'en' && of.nameEn ? of.nameEn : of.name) : '')
  return (
    <Table stacked caption={t.list}>
      <thead>
        <tr>
          <Th>{t.columns.time}</Th>
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.customer}</Th>
          <Th>{t.columns.work}</Th>
          <Th>{t.columns.adviser}</Th>
          <Th>{t.columns.prepared}</Th>
          <Th>{t.columns.status}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td className="tabular whitespace-nowrap">
              <RowLink href={`/appointments/${row.id}`}>
                <Time at={row.startsAt} show="time" />
              </RowLink>
            </Td>
            <Td>
              <Plate plate={row.vehicle.plate} size="small" />
            </Td>
            <Td className="min-w-28">
              {row.customer.name}
              {row.customer.formOfAddress}
              <span className="text-muted tabular block text-xs whitespace-nowrap">
                {phone(row.customer.phone)}
              </span>
            </Td>
            <Td>
              <span className="line-clamp-2 min-w-40">
                {list(
                  row.appointmentItems.map(
                    (item) => named(item.package ?? item.operation) || item.description,
                  ),
                  locale,
                )}
              </span>
              <span className="flex flex-wrap gap-1">
                {row.quickLane && <Badge tone="celadon">{t.quickLane}</Badge>}
                {row.difficult && <Badge tone="plum">{t.difficult}</Badge>}
                {row.comebackOfId && <Badge tone="rust">{t.comeback}</Badge>}
                {row.overrideReason && <Badge tone="ochre">{t.override}</Badge>}
              </span>
            </Td>
            <Td className="whitespace-nowrap">{named(row.adviser)}</Td>
            <Td data-wide="" className="tabular whitespace-nowrap">
              {t.preparedOf({
                done: row.preparationTasks.filter(({ doneAt }) => doneAt).length,
                of: row.preparationTasks.length,
              })}
            </Td>
            <Td>
              <Status shape={row.late ? 'late' : STATUS_SHAPES[row.status]}>
                {row.late ? t.late : t.statuses[row.status]}
              </Status>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** How the arrivals spread over the day (S1-62, S1-63). */
export function ArrivalHours({
  rows,
  locale,
  hourOf,
}: {
  rows: ArrivalRow[]
  locale: Locale
  hourOf: (at: Date) => number
}) {
  const t = appointments[locale]
  const counts = new Map<number, number>()
  for (const { startsAt } of rows) counts.set(hourOf(startsAt), (counts.get(hourOf(startsAt)) ?? 0) + 1)
  const hours = Array.from({ length: 11 }, (_, i) => i + 8)
  const most = Math.max(1, ...counts.values())
  return (
    <figure>
      <figcaption className="text-muted mb-1 text-sm">{t.perHour}</figcaption>
      <ol className="flex items-end gap-1">
        {hours.map((hour) => {
          const count = counts.get(hour) ?? 0
          return (
            <li key={hour} className="grid flex-1 justify-items-center gap-0.5">
              <span aria-hidden className="flex h-12 w-full items-end">
                <span
                  className="bg-celadon w-full rounded-sm"
                  style={{ height: `${(count / most) * 100}%`, minHeight: count ? 4 : 0 }}
                />
              </span>
              <span className="text-muted tabular text-xs" aria-hidden>
                {hour}
              </span>
              <span className="sr-only">{t.arrivalsAt({ time: `${hour}:00`, count })}</span>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
