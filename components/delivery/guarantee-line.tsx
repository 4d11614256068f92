import { approvals } from '@/lib/i18n/approvals'
import { calendarDay, km as kilometres } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { GUARANTEE, type RepairClass } from '@/lib/orders/guarantee'

export type GuaranteeView = {
  repairClass: RepairClass
  until: { lastDay: string; lastKm: number | null } | null
}
type Props = { guarantee: GuaranteeView; locale: Locale }

/** The statutory quality guarantee in words: its class, length and, once the car has left, its end. */
export function GuaranteeLine({ guarantee: { repairClass, until }, locale }: Props) {
  const t = approvals[locale].warranty
  const { km, days } = GUARANTEE[repairClass]
  return (
    <p className="text-sm">
      {t.statutory({ name: t.classes[repairClass], km: kilometres(km, locale), days })}
      {until &&
        ` ${t.until({
          day: calendarDay(until.lastDay, locale, 'long'),
          km: until.lastKm === null ? '' : kilometres(until.lastKm, locale),
        })}`}
    </p>
  )
}
