import en from './en/messages'
import type { Locale } from './locales'
import zhCN from './zh-CN/messages'

export type MessageFacts = Record<string, string | number | boolean | null>
type MessageWording = (facts: MessageFacts) => string

const wording: Record<Locale, Record<string, MessageWording>> = { en, 'zh-CN': zhCN }

/** A message as its reader gets it; null for a template without words. */
export const messageText = (template: string, facts: MessageFacts, locale: Locale): string | null =>
  wording[locale][template]?.(facts) ?? null
