import { isLocale, LOCALES, type Locale } from '@/lib/core/locale'

export { isLocale, LOCALES, type Locale }

/** The same words in every language; what `useMessages` and the pages pick from. */
export type Catalogue<Messages> = Record<Locale, Messages>
