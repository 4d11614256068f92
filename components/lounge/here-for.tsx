'use client'

import { useFormat, useMessages, useNow } from '@/components/shell/locale'
import { lounge } from '@/lib/i18n/lounge'

/** How long a customer has been here, counting on. */
export function HereFor({ since }: { since: string }) {
  const t = useMessages(lounge)
  const now = useNow()
  const { duration } = useFormat()
  const minutes = Math.max(0, Math.floor((now - new Date(since).getTime()) / 60_000))
  return <span className="tabular whitespace-nowrap">{t.waiting({ duration: duration(minutes) })}</span>
}
