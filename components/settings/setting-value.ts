import type { Locale } from '@/lib/core/locale'
import { settingToText, type SettingUnit } from '@/lib/dealership/setting-register'
import type { SettingKey } from '@/lib/dealership/settings'
import { list } from '@/lib/i18n/format'
import { settings } from '@/lib/i18n/settings'

/** A value with its unit, as it stands in a sentence. */
export function settingValue(key: SettingKey, unit: SettingUnit, value: unknown, locale: Locale): string {
  const t = settings[locale]
  if (Array.isArray(value)) {
    const words: Record<string, string> = t.pieces
    return list(
      value.map((piece) => words[String(piece)] ?? String(piece)),
      locale,
    )
  }
  const text = settingToText(key, value)
  if (unit === 'clock' || unit === 'text') return text || '–'
  if (unit === 'choice') return (t.choices as Record<string, string>)[text] ?? text
  const number = Number(text).toLocaleString(locale)
  const word = (text === '1' && t.unitsOfOne[unit as 'days']) || t.units[unit]
  return unit === 'share' ? `${number}%` : `${number} ${word}`
}
