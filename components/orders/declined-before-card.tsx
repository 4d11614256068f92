'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Submit } from '@/components/ui/submit'
import { estimate } from '@/lib/i18n/estimate'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import { titleIn } from '@/lib/orders/views'

type Item = {
  jobId: string
  orderNo: string
  title: string
  titleEn: string
  reason: string
  answeredAt: Date
  deferredTo: string | null
  packageId: string | null
  operationId: string | null
  safety: boolean
  unsigned: boolean
}

/** What this car was advised before and did not get, ready to be offered again (S3-01, S3-49). */
export function DeclinedBeforeCard({
  orderId,
  items,
  editable,
  add,
}: {
  orderId: string
  items: Item[]
  editable: boolean
  add: FormAction
}) {
  const t = useMessages(orders).declinedBefore
  const words = useMessages(estimate).aside
  const { safety } = useMessages(approvals)
  const locale = useLocale()
  const format = useFormat()
  if (!items.length) return null
  return (
    <Section title={t.title} aside={t.lead}>
      <Card>
        <ul className="grid gap-2">
          {items.map((item) => (
            <li key={item.jobId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-2">
                  {item.safety && <Badge tone="vermilion">{safety.badge}</Badge>}
                  <span className="font-medium">{titleIn(locale, item)}</span>
                  <Badge tone={item.deferredTo ? 'amber' : 'neutral'}>
                    {item.deferredTo
                      ? words.deferredMark({ day: format.calendarDay(item.deferredTo, 'short') })
                      : words.declined}
                  </Badge>
                  {item.unsigned && <Badge tone="amber">{safety.unsigned}</Badge>}
                </span>
                <span className="text-muted block text-sm">
                  {format.day(item.answeredAt)} · {item.orderNo} · {item.reason}
                </span>
              </span>
              {editable && (item.packageId ?? item.operationId) && (
                <ActionForm action={add}>
                  <input type="hidden" name="orderId" value={orderId} />
                  <input type="hidden" name="suggested" value="on" />
                  <input type="hidden" name="reason" value={t.again({ reason: item.reason })} />
                  {item.packageId && <input type="hidden" name="packageId" value={item.packageId} />}
                  {item.operationId && <input type="hidden" name="operationId" value={item.operationId} />}
                  <Submit variant="secondary">{t.add}</Submit>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
