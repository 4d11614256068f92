import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import type { Locale } from '@/lib/i18n/locales'
import { quality } from '@/lib/i18n/quality'
import type { QueuedCar } from '@/lib/quality/queue'
import { Waited } from './waited'

type Props = { car: QueuedCar; locale: Locale; children?: ReactNode; note?: ReactNode }

/** One car of a queue: plate, order, who worked on it, how long it waits, and its action. */
export function CarCard({ car, locale, children, note }: Props) {
  const t = quality[locale]
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Plate plate={car.plate} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{car.model}</span>
          <span className="text-muted tabular block text-sm">{car.no}</span>
        </span>
        {car.comeback && <Badge tone="vermilion">{t.comeback}</Badge>}
        {car.round > 0 && car.status === 'workDone' && (
          <Badge tone="amber">{t.recheck({ round: car.round + 1 })}</Badge>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
        <Term term={t.promised}>
          {car.promisedAt ? <Time at={car.promisedAt.toISOString()} /> : t.noPromise}
        </Term>
        <Term term={t.adviser}>{car.adviser ?? '–'}</Term>
        <Term term={t.technicians}>{car.technicians.join(locale === 'en' ? ', ' : '、') || '–'}</Term>
        <Term term={t.lines({ count: car.jobs })}>
          <Waited since={car.since.toISOString()} />
        </Term>
      </dl>
      {note}
      {children && <div className="mt-auto flex flex-wrap items-start gap-2 pt-1">{children}</div>}
    </Card>
  )
}

function Term({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd className="truncate">{children}</dd>
    </div>
  )
}
