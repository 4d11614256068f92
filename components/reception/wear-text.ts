import type { Locale } from '@/lib/core/locale'
import { condition } from '@/lib/i18n/condition'
import { km } from '@/lib/i18n/format'
import { roughKm, type WornPart } from '@/lib/reception/wear'
import { mmOf } from '@/lib/reception/wheels'

/** What is to be expected of a tyre or a pad, in one sentence a customer understands. */
export function wearText(
  { wheel, worn, tenthMm, forecast }: WornPart,
  locale: Locale,
  onlyDepth = false,
): string {
  const t = condition[locale]
  const facts = { wheel: t.wheels[wheel], what: t.wornOf[worn], mm: mmOf(tenthMm) }
  if (onlyDepth) return t.wearDepth(facts)
  if (forecast.kind === 'reached') return t.wear.reached(facts)
  if (forecast.kind === 'unknown') return t.wear[forecast.why](facts)
  const [year, month] = (forecast.on ?? '').split('-').map(Number)
  return t.wear.ahead({
    ...facts,
    left: km(roughKm(forecast.leftKm), locale),
    at: km(roughKm(forecast.atKm), locale),
    on: year && month ? t.month({ year, month }) : '',
  })
}
