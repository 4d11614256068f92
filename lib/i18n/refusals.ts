import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'
import en from './en/refusals'
import type { Locale } from './locales'
import zhCN from './zh-CN/refusals'

const refusals: Record<Locale, Record<RefusalCode, string | ((facts: RefusalFacts) => string)>> = {
  en,
  'zh-CN': zhCN,
}

/** The sentence of a refusal in the reader's language. */
export function refusalText(refused: { code: RefusalCode; facts?: RefusalFacts }, locale: Locale): string {
  const words = refusals[locale][refused.code]
  return typeof words === 'function' ? words(refused.facts ?? {}) : words
}

export const isRefusal = (code: string): code is RefusalCode => code in refusals.en
