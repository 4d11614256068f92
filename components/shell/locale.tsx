'use client'

import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import * as format from '@/lib/i18n/format'
import type { Catalogue, Locale } from '@/lib/i18n/locales'

export type Theme = 'system' | 'light' | 'dark'

type Reader = {
  locale: Locale
  timeZone: string
  theme: Theme
  /** Server actions that remember the reader's choice; usable as `<form action>`. */
  switchLocale: (form: FormData) => Promise<void>
  switchTheme: (form: FormData) => Promise<void>
}

const ReaderContext = createContext<Reader | null>(null)
const NowContext = createContext<number>(0)

export function LocaleProvider({ children, now, ...reader }: Reader & { now: number; children: ReactNode }) {
  return (
    <ReaderContext value={reader}>
      <Clock start={now}>{children}</Clock>
    </ReaderContext>
  )
}

function Clock({ start, children }: { start: number; children: ReactNode }) {
  const [now, setNow] = useState(start)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 20_000)
    return () => clearInterval(timer)
  }, [])
  return <NowContext value={now}>{children}</NowContext>
}

/** Shows everything inside on the wall clock of another zone, such as the dealership's own. */
export function ZoneProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const reader = useReader()
  const inZone = useMemo(() => ({ ...reader, timeZone }), [reader, timeZone])
  return <ReaderContext value={inZone}>{children}</ReaderContext>
}

/** Shows everything inside in another language, such as the customer's own on the adviser's glass. */
export function LanguageProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const reader = useReader()
  const inLanguage = useMemo(() => ({ ...reader, locale }), [reader, locale])
  return (
    <ReaderContext value={inLanguage}>
      <div lang={locale} className="contents">
        {children}
      </div>
    </ReaderContext>
  )
}

export function useReader(): Reader {
  const reader = use(ReaderContext)
  if (!reader) throw new Error('LocaleProvider is missing above this component')
  return reader
}

export const useLocale = (): Locale => useReader().locale

export const useMessages = <Messages,>(catalogue: Catalogue<Messages>): Messages => catalogue[useLocale()]

/** The present moment in milliseconds, the same on server and first client render, then ticking every 20 s. */
export const useNow = (): number => use(NowContext)

/** The formatters of lib/i18n/format with the reader's language and the dealership's zone filled in. */
export function useFormat() {
  const { locale, timeZone } = useReader()
  const now = useNow()
  return useMemo(() => {
    const zoned = { locale, timeZone, now }
    return {
      money: (fen: number, options?: { cents?: boolean }) => format.money(fen, locale, options),
      time: (at: format.Instant) => format.time(at, zoned),
      timeRange: (from: format.Instant, to: format.Instant) => format.timeRange(from, to, zoned),
      day: (at: format.Instant) => format.day(at, zoned),
      dateTime: (at: format.Instant) => format.dateTime(at, zoned),
      fullDateTime: (at: format.Instant) => format.fullDateTime(at, zoned),
      calendarDay: (day: string, style?: 'short' | 'long') => format.calendarDay(day, locale, style),
      weekday: (day: string) => format.weekday(day, locale),
      duration: (minutes: number) => format.duration(minutes, locale),
      number: (value: number) => format.number(value, locale),
      quantity: (milli: number) => format.quantity(milli, locale),
      percent: (bp: number) => format.percent(bp, locale),
      km: (value: number) => format.km(value, locale),
      labourHours: (minutes: number) => format.labourHours(minutes, locale),
      list: (words: string[]) => format.list(words, locale),
    }
  }, [locale, timeZone, now])
}
