'use client'

import { useFormat, useMessages, useNow } from '@/components/shell/locale'
import { quality } from '@/lib/i18n/quality'

/** How long a car has been waiting, counting on. */
export function Waited({ since }: { since: string }) {
  const t = useMessages(quality)
  const now = useNow()
  const { duration } = useFormat()
  const minutes = Math.max(0, Math.floor((now - new Date(since).getTime()) / 60_000))
  return <span className="tabular">{t.waited({ duration: duration(minutes) })}</span>
}
