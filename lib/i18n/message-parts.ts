import { documentsText } from './documents'
import { estimate } from './estimate'
import { duration, fullDateTime, money, time, timeRange } from './format'
import type { Locale } from './locales'
import type { MessageFacts } from './messages'

/** Facts of a message in the words of a language; an absent fact is an empty text. */
export const partsIn = (locale: Locale) => ({
  text: (facts: MessageFacts, key: string) => String(facts[key] ?? ''),
  when: (facts: MessageFacts, key: string) =>
    facts[key]
      ? fullDateTime(String(facts[key]), { locale, timeZone: String(facts.timeZone ?? 'Asia/Shanghai') })
      : '',
  /** From one moment to another; only the later one where the first is not known. */
  range: (facts: MessageFacts, from: string, to: string) => {
    const zoned = { locale, timeZone: String(facts.timeZone ?? 'Asia/Shanghai') }
    const end = String(facts[to])
    if (!facts[from] || facts[from] === facts[to]) return fullDateTime(end, zoned)
    const start = String(facts[from])
    const day = fullDateTime(start, zoned).replace(time(start, zoned), '').trim()
    return `${day} ${timeRange(start, end, { ...zoned, now: start })}`
  },
  papers: (facts: MessageFacts, key: string) => documentsText(String(facts[key] ?? ''), locale),
  /** A price; null is one that is told after the inspection. */
  price: (facts: MessageFacts, key: string) =>
    facts[key] === null ? estimate[locale].inspection.none : money(Number(facts[key] ?? 0), locale),
  length: (facts: MessageFacts, key: string) => duration(Number(facts[key] ?? 0), locale),
})

/** The quarter of the day a message speaks of: 0 for January to March. */
export const quarterOf = (facts: MessageFacts): number =>
  Math.floor((Number(String(facts.dueOn ?? '').slice(5, 7)) - 1) / 3)

/** The lines of a message that have something to say, one below the other. */
export const lines = (...all: (string | number | boolean | null | undefined)[]) =>
  all.filter((one) => typeof one === 'string' && one).join('\n')
