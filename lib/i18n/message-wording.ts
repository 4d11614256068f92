import { isMessageTemplate } from '@/lib/dealership/message-templates'
import { documentsText } from './documents'
import { estimate } from './estimate'
import { fullDateTime, money } from './format'
import type { Locale } from './locales'
import { messageChannels } from './message-channels'
import { messageText, type MessageFacts } from './messages'

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** One fact of a message as its reader sees it: a price, a time on the dealership's clock, anything else as it is. */
function factText(name: string, facts: MessageFacts, locale: Locale): string {
  const fact = facts[name]
  if (name === 'documents') return documentsText(String(fact ?? ''), locale)
  if (name.endsWith('Fen') && typeof fact === 'number') return money(fact, locale)
  if (name === 'totalFen' && fact === null) return estimate[locale].inspection.none
  if (typeof fact === 'string' && DATE.test(fact)) {
    const timeZone = String(facts.timeZone ?? 'Asia/Shanghai')
    return fullDateTime(fact, { locale, timeZone })
  }
  return String(fact ?? '')
}

/** The words with which messages leave; for the worker and the test of a channel. */
export const messageWording = {
  text: messageText,
  subject: (template: string, dealership: string, locale: Locale): string => {
    const t = messageChannels[locale]
    const about = isMessageTemplate(template) ? t.templates[template] : t.message
    return t.subject({ dealership, about })
  },
  fact: factText,
}
