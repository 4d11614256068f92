import type { Locale } from '@/lib/core/locale'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'
import { isUsualPoint, type ShiftPoint } from '@/lib/reception/shift-points'

/** What a point says in the reader's language: the words of the house, else the usual ones. */
export function pointWords({ code, ...point }: ShiftPoint, locale: Locale): string {
  if (point.name || point.nameEn) return nameIn({ ...point, name: point.name || point.nameEn }, locale)
  return isUsualPoint(code) ? floor[locale].shift.points[code] : code
}
