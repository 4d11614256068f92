'use client'

import { useEffect, useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { nameIn } from '@/lib/orders/views'
import { Finder } from './finder'

export type FoundPart = {
  id: string
  no: string
  name: string
  nameEn: string
  unit: string
  priceFen: number | null
  freeMilli: number
  expectedOn: string | null
  leadDays: number
}
export type SearchParts = (q: string) => Promise<FoundPart[]>

const PAUSE_MS = 150

/** Finds a part by number or name, with its price of the day and what is free in stock. */
export function PartFinder({ search, onPick }: { search: SearchParts; onPick: (part: FoundPart) => void }) {
  const t = useMessages(orders)
  const words = useMessages(estimate).parts
  const locale = useLocale()
  const format = useFormat()
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<{ to: string; parts: FoundPart[] }>({ to: '', parts: [] })
  useEffect(() => {
    const wanted = text.trim()
    if (!wanted) return
    let left = false
    const timer = setTimeout(async () => {
      const parts = await search(wanted)
      if (!left) setAnswer({ to: wanted, parts })
    }, PAUSE_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [text, search])
  const arrival = ({ expectedOn, leadDays }: FoundPart) =>
    `${t.lines.short}, ${
      expectedOn
        ? t.lines.expected({ day: format.calendarDay(expectedOn, 'short') })
        : words.lead({ days: leadDays })
    }`
  const busy = answer.to !== text.trim()
  const parts = busy ? [] : answer.parts
  return (
    <Finder
      label={t.adding.part}
      placeholder={t.adding.partPlaceholder}
      none={busy ? t.adding.partSearching : t.adding.partNone}
      busy={busy}
      text={text}
      onText={setText}
      onPick={(id) => {
        const part = parts.find((one) => one.id === id)
        if (part) onPick(part)
      }}
      choices={parts.map((part) => ({
        id: part.id,
        label: `${part.no} ${nameIn(locale, part)}`,
        disabled: part.priceFen === null,
        detail:
          part.priceFen === null
            ? t.adding.noPrice
            : `${format.money(part.priceFen)} · ${part.freeMilli > 0 ? t.lines.free({ free: format.quantity(part.freeMilli) }) : arrival(part)}`,
      }))}
    />
  )
}
