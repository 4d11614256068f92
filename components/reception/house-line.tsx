'use client'

import { useFormat, useLocale, useMessages, useNow } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/link-button'
import { Submit } from '@/components/ui/submit'
import { PromiseClock } from '@/components/visit/promise-clock'
import { Ribbon } from '@/components/visit/ribbon'
import type { RibbonStep } from '@/components/visit/ribbon-step'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'
import { promiseRisk } from '@/lib/orders/promise'
import type { InHouse } from '@/lib/reception/arrivals'
import { waitingMinutes } from '@/lib/reception/arrival-queue'
import { GreetingClock } from './greeting-clock'
import { LaneLine } from './lane-line'
import { OrderButton } from './order-button'
import { StaffName } from './person-name'
import { VisitBadges } from './visit-badges'

type Does = {
  greet?: FormAction
  inspects: boolean
  order?: FormAction
  reads: boolean
  delivers: boolean
}
type Props = {
  car: InHouse
  ribbon?: RibbonStep[]
  does: Does
  now: Date
  limit: number
  bufferMinutes: number
}

/** A car in the house: where it is in the eight steps, what was promised, and what is to be done next. */
export function HouseLine({ car, ribbon, does, now, limit, bufferMinutes }: Props) {
  const t = useMessages(reception)
  const bays = useMessages(floor).bays
  const locale = useLocale()
  const format = useFormat()
  const clock = useNow()
  const before = ['waitingGreeting', 'greeted', 'inspecting', 'recordSigned', 'atDesk'].includes(car.status)
  const minutes = waitingMinutes(car.arrivedAt, new Date(clock))
  return (
    <LaneLine
      {...car}
      next={<Next car={car} does={does} />}
      below={ribbon && <Ribbon steps={ribbon} size="row" />}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {car.status === 'waitingGreeting' && (
          <GreetingClock arrivedAt={car.arrivedAt} limit={limit} now={now} />
        )}
        {before && car.bay && car.status !== 'atDesk' && (
          <span className="text-sm font-medium">{bays.to({ bay: nameIn(car.bay, locale) })}</span>
        )}
        {before && car.status !== 'waitingGreeting' && (
          <span className="text-muted tabular text-sm">
            {t.statuses[car.status]} · {format.duration(minutes)}
          </span>
        )}
        <VisitBadges
          bookedFor={car.bookedFor}
          vip={car.vip}
          sensitive={car.sensitive}
          comeback={!!car.comebackNo}
          waiting={car.waiting}
        />
        <span className="text-muted text-sm">
          <StaffName person={car.adviser} none={t.nobody} />
        </span>
      </div>
      {!before && <Promised car={car} now={new Date(clock)} bufferMinutes={bufferMinutes} />}
    </LaneLine>
  )
}

function Promised({
  car: { orders, arrivedAt },
  now,
  bufferMinutes,
}: {
  car: InHouse
  now: Date
  bufferMinutes: number
}) {
  const t = useMessages(reception).today
  const open = orders.filter(({ promisedAt }) => promisedAt).sort((a, b) => end(a) - end(b))[0]
  if (!open?.promisedAt) return <p className="text-muted text-sm">{t.noPromise}</p>
  const to = open.promisedTo ?? open.promisedAt
  const readyAt = open.readyAt ? new Date(open.readyAt) : null
  return (
    <PromiseClock
      size="row"
      from={open.promisedAt}
      to={to}
      startedAt={arrivedAt.toISOString()}
      risk={promiseRisk(
        { promisedTo: new Date(to), minutesLeft: open.minutesLeft, bufferMinutes, readyAt },
        now,
      )}
    />
  )
}

const end = ({ promisedTo, promisedAt }: { promisedTo: string | null; promisedAt: string | null }) =>
  Date.parse(promisedTo ?? promisedAt ?? '')

/** The one next thing, for those who may do it; everybody else may look. */
function Next({ car, does }: { car: InHouse; does: Does }) {
  const t = useMessages(reception).today.actions
  const { status, visitId, orders } = car
  const link = (href: string, label: string, primary = false) => (
    <LinkButton href={href} variant={primary ? 'primary' : 'secondary'}>
      {label}
    </LinkButton>
  )
  const visit = `/reception/${visitId}`
  if (status === 'waitingGreeting' && does.greet)
    return (
      <ActionForm action={does.greet} className="gap-2!">
        <input type="hidden" name="visitId" value={visitId} />
        <Submit>{t.greet}</Submit>
      </ActionForm>
    )
  if (does.inspects && status === 'greeted') return link(visit, t.kit, true)
  if (does.inspects && status === 'inspecting') return link(visit, t.inspect, true)
  if (does.inspects && status === 'recordSigned') return link(visit, t.toDesk, true)
  const [order] = orders
  if (status === 'atDesk' && !order && does.order)
    return <OrderButton visitId={visitId} action={does.order} />
  const leaving = order && ['ready', 'settling', 'paid'].includes(order.status)
  if (leaving && does.delivers) return link(`/delivery/${order.id}`, t.handOver, true)
  if (order && does.reads) return link(`/orders/${order.id}`, t.order)
  return link(visit, t.open)
}
