import en from './en/fields'
import zhCN from './zh-CN/fields'
import type { Locale } from './locales'

const fields = { en, 'zh-CN': zhCN }

/** The sentence for what a schema found wrong with a field; unknown findings ask for another look. */
export function fieldErrorText(finding: string, locale: Locale): string {
  const words: Record<string, string> = fields[locale]
  return words[finding] ?? fields[locale].invalid
}
