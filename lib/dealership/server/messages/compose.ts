import 'server-only'
import { isLocale, type Locale } from '@/lib/core/locale'
import { env } from '@/lib/server/env'
import type { Letter } from './letter'

type Facts = Letter['facts']

/** The words of messages, given by whoever may know the languages. */
export type Wording = {
  /** The whole message; null for a template without words. */
  text: (template: string, facts: Facts, locale: Locale) => string | null
  subject: (template: string, dealership: string, locale: Locale) => string
  /** One fact as a reader sees it: a time, a price, a name. */
  fact: (fact: string, facts: Facts, locale: Locale) => string
}

export type Delivering = { wording: Wording; clock: () => Date; timeoutMs?: number }

type Composed = {
  id: string
  to: string
  template: string
  locale: string
  facts: Facts
  createdAt: Date
  unsure: boolean
  dealership: { name: string; nameEn: string; timeZone: string }
}

const TIMEOUT_MS = 10_000

/** A message in the words of its reader, with links that open from anywhere. */
export function compose(message: Composed, { wording, clock, timeoutMs = TIMEOUT_MS }: Delivering): Letter {
  const { dealership, template, ...rest } = message
  const locale = isLocale(message.locale) ? message.locale : 'zh-CN'
  const path = typeof message.facts.link === 'string' ? message.facts.link : ''
  const url = path.startsWith('/') ? new URL(path, env().NEXTAUTH_URL).href : ''
  const facts = { timeZone: dealership.timeZone, ...message.facts, ...(url && { link: url }) }
  const house = locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name
  const text = wording.text(template, facts, locale) ?? ''
  const value = (fact: string) => {
    if (fact === 'text') return text
    if (fact === 'linkToken') return path.replace(/^\/(v|book\/[^/]+\/car)\//, '')
    return wording.fact(fact, { ...facts, link: path }, locale)
  }
  const subject = wording.subject(template, house, locale)
  return { ...rest, template, locale, facts, url, subject, text, value, now: clock(), timeoutMs }
}
