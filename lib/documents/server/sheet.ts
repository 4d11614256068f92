import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { LOCALES, type Locale } from '@/lib/core/locale'
import type { Paper } from '../paper'
import type { Copy } from './copy-of'

/** A paper that is asked for: `lang` is another language than the customer's. */
export const AskedSheet = z.object({
  id: f.id,
  version: f.optional(z.coerce.number().int().min(1)),
  lang: f.optional(z.enum(LOCALES)),
})

/** A paper as it is shown, with what makes its PDF. */
export type Sheet = {
  paper: Paper
  /** Number of the document, for the name of the file. */
  no: string
  /** The instant the PDF says it was made. */
  made: Date
  /** The file that was kept, where the paper asked for is exactly that one. */
  storageKey: string | null
  /** The customer's own language. */
  own: Locale
}

/** The file of the copy, if it is in this language and shows what this reader may read. */
export const keptFile = (copy: Copy | null, locale: Locale, whole: boolean): string | null =>
  copy && whole && copy.locale === locale ? (copy.file?.storageKey ?? null) : null
