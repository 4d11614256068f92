import type { BookingDocument } from '@/lib/appointments/documents'
import en from './en/documents'
import { list } from './format'
import type { Locale } from './locales'
import zhCN from './zh-CN/documents'

export const documents = { en, 'zh-CN': zhCN }

const USUAL = 'vehicleLicence,serviceBooklet'

/** The documents of a booking as one enumeration; `codes` are separated by commas, empty for what every visit needs. */
export const documentsText = (codes: string, locale: Locale): string =>
  list(
    (codes || USUAL).split(',').flatMap((code) => documents[locale].names[code as BookingDocument] ?? []),
    locale,
  )
