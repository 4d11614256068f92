import { duration, fullDateTime, money } from './format'
import type { Locale } from './locales'
import type { MessageFacts } from './messages'

/** Facts of a message in the words of a language; an absent fact is an empty text. */
export const partsIn = (locale: Locale) => ({
  text: (facts: MessageFacts, key: string) => String(facts[key] ?? ''),
  when: (facts: MessageFacts, key: string) =>
    facts[key]
      ? fullDateTime(String(facts[key]), { locale, timeZone: String(facts.timeZone ?? 'Asia/Shanghai') })
      : '',
  price: (facts: MessageFacts, key: string) => money(Number(facts[key] ?? 0), locale),
  length: (facts: MessageFacts, key: string) => duration(Number(facts[key] ?? 0), locale),
})

/** The lines of a message that have something to say, one below the other. */
export const lines = (...all: (string | number | boolean | null | undefined)[]) =>
  all.filter((one) => typeof one === 'string' && one).join('\n')
