'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { Progress } from '@/components/ui/progress'
import { nameIn } from '@/lib/core/name-in'
import { reminders } from '@/lib/i18n/reminders'
import type { ContactChannel, ContactClass } from '@/lib/reminders/contact'

type Named = { name: string; nameEn: string }
type Plan = {
  id: string
  name: string
  class: ContactClass
  channel: ContactChannel
  fromOn: string
  toOn: string
  target: number
  owner: Named | null
  package: Named | null
  offer: string
  closedAt: Date | null
  listed: number
  contacted: number
  reached: number
  booked: number
  came: number
}

/** Plans with target and result. */
export function PlanList({ plans, close }: { plans: Plan[]; close: FormAction | null }) {
  const t = useMessages(reminders)
  const f = useFormat()
  const locale = useLocale()
  if (plans.length === 0) return <Empty title={t.plans.none}>{t.plans.noneHint}</Empty>
  return (
    <ul className="desk:grid-cols-2 grid gap-4">
      {plans.map((plan) => (
        <li key={plan.id}>
          <Card className="grid h-full content-start gap-2">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="font-medium">{plan.name}</h3>
              <Badge tone="celadon">{t.classes[plan.class]}</Badge>
              <Badge>{t.channels[plan.channel]}</Badge>
              {plan.closedAt && <Badge>{t.plans.ended}</Badge>}
              {!plan.closedAt && close && (
                <span className="ml-auto">
                  <ConfirmButton
                    label={t.plans.close}
                    title={t.plans.closeOf({ name: plan.name })}
                    action={close}
                    okMessage={t.plans.closed}
                    variant="quiet"
                    size="small"
                  >
                    <p>{t.plans.closeLead}</p>
                    <input type="hidden" name="planId" value={plan.id} />
                  </ConfirmButton>
                </span>
              )}
            </div>
            <p className="text-muted tabular text-sm">
              {t.plans.period({ from: f.calendarDay(plan.fromOn), to: f.calendarDay(plan.toOn) })}
              {plan.owner && ` · ${nameIn(plan.owner, locale)}`}
              {plan.package && ` · ${nameIn(plan.package, locale)}`}
            </p>
            <Progress
              value={plan.booked}
              max={plan.target}
              label={t.plans.result({ done: plan.booked, target: plan.target })}
            />
            <p className="tabular">{t.plans.result({ done: plan.booked, target: plan.target })}</p>
            <p className="text-muted tabular text-sm">{t.plans.counts(plan)}</p>
            {!plan.closedAt && (
              <Link
                href={`/reminders?class=${plan.class}&plan=${plan.id}`}
                className="inline-flex min-h-11 items-center justify-self-start underline underline-offset-4"
              >
                {t.plans.who}
              </Link>
            )}
            {plan.offer && <p className="text-sm">{plan.offer}</p>}
          </Card>
        </li>
      ))}
    </ul>
  )
}
