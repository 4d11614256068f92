import { isLocale, LOCALES, type Locale } from '@/lib/core/locale'

export { isLocale, LOCALES, type Locale }

/** Each language by its own name, for those who read no other. */
export const LANGUAGE_NAMES: Record<Locale, string> = { 'zh-CN': '简体中文', en: 'English' }

/** The same words in every language; what `useMessages` and the pages pick from. */
export type Catalogue<Messages> = Record<Locale, Messages>
