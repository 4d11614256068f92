import { Link } from '@/components/ui/link'
import { Badge } from '@/components/ui/badge'
import { Facts } from '@/components/ui/card'
import { Time, TimeRange } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { appointments } from '@/lib/i18n/appointments'
import { booking } from '@/lib/i18n/booking'
import { isSameDay } from '@/lib/appointments/same-day'
import { km, labourHours, money, percent, phone } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { KeptReason } from '@/lib/appointments/reason'
import { quietDiscountFen } from '@/lib/appointments/work'

type Named = { name: string; nameEn: string }
export type ShownAppointment = {
  channel: 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
  kind: 'active' | 'passive'
  waiting: 'waits' | 'leaves'
  startsAt: Date
  promisedFrom: Date | null
  promisedAt: Date | null
  readBackAt: Date | null
  labourMinutes: number
  labourFen: number
  partsFen: number
  discountBp: number
  odometerKm: number | null
  concern: string
  remarks: string
  pickUp: boolean
  pickUpAddress: string
  overrideReason: string | null
  urgent: boolean
  dealership: { timeZone: string }
  reasonTold: { code: KeptReason; note: string } | null
  difficult: boolean
  quickLane: boolean
  comebackOf: { id: string; no: string } | null
  customer: { id: string; name: string; formOfAddress: string; phone: string }
  vehicle: { plate: string; brand: string; model: string; vin: string | null }
  adviser: Named | null
  requestedAdviser: Named | null
  appointmentItems: { id: string; description: string; minutes: number; labourFen: number; partsFen: number; packageId: string | null; operationId: string | null; package: (Named & { sameDay: boolean }) | null; operation: Named | null }[]
} // prettier-ignore

const nameIn = (locale: Locale) => (of: Named | null) =>
  of ? (locale === 'en' && of.nameEn ? of.nameEn : of.name) : ''

/** Who comes with which car, and when. */
export function AppointmentFacts({
  of,
  locale,
  file,
}: {
  of: ShownAppointment
  locale: Locale
  file: boolean
}) {
  const t = appointments[locale]
  const d = t.detail
  const named = nameIn(locale)
  const { customer, vehicle, reasonTold } = of
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Plate plate={vehicle.plate} size="large" />
        <div>
          <p className="text-lg font-medium">
            {file ? <Link href={`/customers/${customer.id}`}>{customer.name}</Link> : customer.name}
            {customer.formOfAddress}
          </p>
          <p className="tabular">
            {customer.phone ? <a href={`tel:${customer.phone}`}>{phone(customer.phone)}</a> : d.noPhone}
          </p>
          <p className="text-muted text-sm">
            {[vehicle.brand, vehicle.model, vehicle.vin].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Badge>{t.channels[of.channel]}</Badge>
        <Badge>{t.kinds[of.kind]}</Badge>
        <Badge>{t.waiting[of.waiting]}</Badge>
        {of.quickLane && <Badge tone="celadon">{t.quickLane}</Badge>}
        {of.difficult && <Badge tone="plum">{t.difficult}</Badge>}
        {of.urgent && <Badge tone="vermilion">{t.urgent}</Badge>}
        {isSameDay(
          of.appointmentItems.map((item) => item.package),
          of,
          of.dealership.timeZone,
        ) && <Badge tone="celadon">{booking[locale].wish.sameDay}</Badge>}
        {of.overrideReason && <Badge tone="ochre">{t.override}</Badge>}
      </div>
      <Facts
        facts={[
          { term: d.arrival, value: <Time at={of.startsAt} show="full" className="font-medium" /> },
          ...(of.promisedAt
            ? [
                {
                  term: d.ready,
                  value: <TimeRange from={of.promisedFrom ?? of.promisedAt} to={of.promisedAt} />,
                },
              ]
            : []),
          {
            term: d.adviser,
            value: [
              named(of.adviser),
              of.requestedAdviser && d.requested({ name: named(of.requestedAdviser) }),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          ...(of.odometerKm !== null ? [{ term: d.km, value: km(of.odometerKm, locale) }] : []),
          ...(of.concern ? [{ term: d.concern, value: of.concern }] : []),
          ...(of.comebackOf
            ? [
                {
                  term: d.earlierOrder,
                  value: <Link href={`/orders/${of.comebackOf.id}`}>{of.comebackOf.no}</Link>,
                },
              ]
            : []),
          ...(of.pickUp ? [{ term: d.pickUp, value: of.pickUpAddress }] : []),
          ...(of.remarks ? [{ term: d.remarks, value: of.remarks }] : []),
          ...(of.overrideReason ? [{ term: d.override, value: of.overrideReason }] : []),
          ...(of.readBackAt ? [{ term: d.readBack, value: <Time at={of.readBackAt} /> }] : []),
          ...(reasonTold
            ? [
                {
                  term: d.reason,
                  value: [booking[locale].reasons[reasonTold.code], reasonTold.note]
                    .filter(Boolean)
                    .join(': '),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

/** The lines of the booking with minutes and estimate (S1-33, S1-39). */
export function WishLines({ of, locale }: { of: ShownAppointment; locale: Locale }) {
  const t = appointments[locale].detail
  const named = nameIn(locale)
  const off = quietDiscountFen(of.appointmentItems, of.discountBp)
  const open = of.appointmentItems.some((item) => !item.packageId && !item.operationId)
  return (
    <>
      <ul className="divide-line divide-y">
        {of.appointmentItems.map((item) => (
          <li key={item.id} className="flex items-baseline justify-between gap-3 py-2">
            <span className="min-w-0">
              {named(item.package ?? item.operation) || item.description}
              <span className="text-muted tabular ml-2 text-sm">{labourHours(item.minutes, locale)}</span>
            </span>
            <span className="tabular whitespace-nowrap">
              {item.packageId || item.operationId
                ? money(item.labourFen + item.partsFen, locale)
                : booking[locale].priceLater}
            </span>
          </li>
        ))}
      </ul>
      <dl className="border-line mt-1 grid grid-cols-[1fr_max-content] gap-x-4 gap-y-1 border-t pt-3">
        <dt className="text-muted">{t.labour}</dt>
        <dd className="tabular text-right">{money(of.labourFen, locale)}</dd>
        <dt className="text-muted">{t.parts}</dt>
        <dd className="tabular text-right">{money(of.partsFen, locale)}</dd>
        {off > 0 && (
          <>
            <dt className="text-muted">{t.quietDiscount({ percent: percent(of.discountBp, locale) })}</dt>
            <dd className="tabular text-right">{money(-off, locale)}</dd>
          </>
        )}
        <dt className="font-medium">{t.total}</dt>
        <dd className="tabular text-right font-medium">{money(of.labourFen + of.partsFen - off, locale)}</dd>
      </dl>
      {open && <p className="text-muted mt-2 text-sm">{t.openPrice}</p>}
    </>
  )
}
