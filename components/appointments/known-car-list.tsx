import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { CHECK_AFTER_MONTHS } from '@/lib/appointments/proposals'
import { shortSearch } from '@/lib/core/short-search'
import { appointments } from '@/lib/i18n/appointments'
import { dateTime, km, phone } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type FoundCar = {
  vehicleId: string
  customerId: string
  plate: string
  brand: string
  model: string
  name: string
  formOfAddress: string
  phone: string
  km: number | null
  lastVisitAt: Date | null
  lastWork: string | null
  monthsSince: number | null
  openAppointmentId: string | null
  openAppointmentAt: Date | null
}

type Props = { cars: FoundCar[]; locale: Locale; timeZone: string; now: Date }

/** Cars that were found, before JavaScript: with it the desk finds them itself. */
export function KnownCarList({ cars, locale, timeZone, now }: Props) {
  const t = appointments[locale].find
  return (
    <ul className="grid gap-2">
      {cars.map((car) => (
        <li
          key={`${car.vehicleId}${car.customerId}`}
          className="rounded-card border-line bg-surface flex flex-wrap items-center gap-x-4 gap-y-2 border px-4 py-3"
        >
          <Plate plate={car.plate} />
          <div className="min-w-48 flex-1">
            <p className="font-medium">
              {car.name}
              {car.formOfAddress} <span className="text-muted tabular font-normal">{phone(car.phone)}</span>
            </p>
            <p className="text-muted text-sm">
              {[car.brand, car.model].filter(Boolean).join(' ')}
              {car.km !== null && ` · ${km(car.km, locale)}`}
            </p>
            <p className="text-sm">
              {car.monthsSince === null ? t.never : t.lastVisit({ months: car.monthsSince })}
              {car.lastWork && ` · ${t.lastWork}: ${car.lastWork}`}
            </p>
            {car.monthsSince !== null && car.monthsSince >= CHECK_AFTER_MONTHS && (
              <p className="text-amber-ink text-sm">{t.suggest}</p>
            )}
          </div>
          <LinkButton
            href={`/appointments/new?q=${encodeURIComponent(shortSearch(car.plate))}&vehicle=${car.vehicleId}&customer=${car.customerId}`}
          >
            {t.take}
          </LinkButton>
          {car.openAppointmentId && car.openAppointmentAt && (
            <Notice
              kind="warning"
              className="w-full"
              action={
                <LinkButton href={`/appointments/${car.openAppointmentId}`} size="small">
                  {appointments[locale].detail.move}
                </LinkButton>
              }
            >
              {t.open({ at: dateTime(car.openAppointmentAt, { locale, timeZone, now }) })}
            </Notice>
          )}
        </li>
      ))}
    </ul>
  )
}
