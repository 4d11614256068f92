'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { customers } from '@/lib/i18n/customers'

type Named = { name: string; nameEn: string }
type Order = {
  id: string
  no: string
  createdAt: Date
  deliveredAt: Date | null
  vehicle: { plate: string }
  adviser: Named | null
  settlement: { totalFen: number; discountFen: number } | null
  jobs: {
    id: string
    title: string
    titleEn: string
    status: string
    jobParts: (Named & { id: string; quantityMilli: number })[]
  }[]
}

/** The consumption dimension: work, cost, time, parts replaced, promotions used (X-CRM-03). */
export function Consumption({
  orders,
  paidFen,
  visits,
}: {
  orders: Order[]
  paidFen: number | null
  visits: number
}) {
  const t = useMessages(customers)
  const f = useFormat()
  const locale = useLocale()
  const word = (name: string, nameEn: string) => (locale === 'en' && nameEn ? nameEn : name)
  return (
    <Section title={t.consumption}>
      <dl className="mb-4 flex flex-wrap gap-8">
        {paidFen !== null && (
          <div>
            <dt className="text-muted text-sm">{t.paid}</dt>
            <dd className="tabular font-title text-2xl">{f.money(paidFen, { cents: false })}</dd>
          </div>
        )}
        <div>
          <dt className="text-muted text-sm">{t.visits}</dt>
          <dd className="tabular font-title text-2xl">{f.number(visits)}</dd>
        </div>
      </dl>
      {orders.length === 0 && <p className="text-muted">{t.noOrders}</p>}
      <ol className="grid gap-3">
        {orders.map((order) => (
          <li key={order.id}>
            <Card>
              <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
                <Plate plate={order.vehicle.plate} size="small" />
                <Time at={order.deliveredAt ?? order.createdAt} show="day" className="font-medium" />
                <span className="text-muted tabular text-sm">{order.no}</span>
                <span className="tabular ml-auto font-medium">
                  {order.settlement && f.money(order.settlement.totalFen)}
                </span>
              </p>
              <ul className="grid gap-1">
                {order.jobs.map((job) => (
                  <li key={job.id} className={job.status === 'declined' ? 'text-muted' : ''}>
                    {word(job.title, job.titleEn)}{' '}
                    {job.status === 'declined' && <Badge tone="amber">{t.notDone}</Badge>}
                    {job.jobParts.length > 0 && job.status !== 'declined' && (
                      <span className="text-muted block text-sm">
                        {job.jobParts
                          .map(
                            (part) => `${word(part.name, part.nameEn)} × ${f.quantity(part.quantityMilli)}`,
                          )
                          .join(' · ')}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
              {order.settlement && order.settlement.discountFen > 0 && (
                <p className="text-muted mt-2 text-sm">
                  {t.saved({ amount: f.money(order.settlement.discountFen) })}
                </p>
              )}
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  )
}
