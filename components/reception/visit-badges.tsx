'use client'

import { CalendarCheck, Footprints } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { reception } from '@/lib/i18n/reception'

type Props = {
  bookedFor: Date | null
  vip?: boolean
  sensitive?: boolean
  comeback?: boolean
  waiting?: 'waits' | 'leaves'
}

/** S1-85: booked cars and walk-ins are told apart at a glance, with what else matters at the door. */
export function VisitBadges({ bookedFor, vip, sensitive, comeback, waiting }: Props) {
  const t = useMessages(reception)
  const format = useFormat()
  return (
    <span className="inline-flex flex-wrap gap-1">
      {bookedFor ? (
        <Badge tone="celadon">
          <CalendarCheck aria-hidden className="size-3.5" />
          {t.bookedFor({ time: format.time(bookedFor) })}
        </Badge>
      ) : (
        <Badge tone="ochre">
          <Footprints aria-hidden className="size-3.5" />
          {t.walkIn}
        </Badge>
      )}
      {vip && <Badge tone="plum">{t.vip}</Badge>}
      {sensitive && <Badge tone="vermilion">{t.sensitive}</Badge>}
      {comeback && <Badge tone="rust">{t.comebackShort}</Badge>}
      {waiting && <Badge tone="slate">{t[waiting]}</Badge>}
    </span>
  )
}
