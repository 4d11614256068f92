import type { Locale } from '../core/locale'
import { nameIn } from '../core/name-in'
import type { NextService } from '../reception/next-service'
import * as format from './format'
import { condition } from './condition'

/** The next service in one line: when, what, how much, how long. */
export function nextServiceText(next: NextService, locale: Locale): string {
  const { on, km, name, nameEn, items = [], priceFen, minutes } = next
  const t = condition[locale]
  const work = format.list(
    items.map((item) => nameIn(item, locale)),
    locale,
  )
  return [
    on && format.calendarDay(on, locale),
    km !== null && t.atKm({ km: format.km(km, locale) }),
    name && nameIn({ name, nameEn }, locale),
    work,
    priceFen !== undefined && format.money(priceFen, locale, { cents: false }),
    minutes !== undefined && format.duration(minutes, locale),
  ]
    .filter(Boolean)
    .join(' · ')
}
