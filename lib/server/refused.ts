import 'server-only'
import type { Locale } from '@/lib/core/locale'
import type { Refused } from '@/lib/core/form-state'
import type { Refusal } from '@/lib/core/refusal'
import { refusalText } from '@/lib/i18n/refusals'
import { currentLocale } from './locale'

/** A refusal as a browser gets it: with its sentence, so that no page has to bring the sentences of all. */
export async function refusedFor({ code, facts }: Refusal, locale?: Locale): Promise<Refused> {
  return { code, facts, text: refusalText({ code, facts }, locale ?? (await currentLocale())) }
}
