'use client'

import clsx from 'clsx'
import { useEffect, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { reception } from '@/lib/i18n/reception'
import { greetingSeconds, isGreetedLate } from '@/lib/reception/greeting'

type Props = {
  arrivedAt: Date
  limit: number
  /** The clock of the server when the page was made. */ now: Date
  size?: 'row' | 'large'
}

/** S2-04: the seconds since the car came, running; late past the limit of the dealership. */
export function GreetingClock({ arrivedAt, limit, now, size = 'row' }: Props) {
  const t = useMessages(reception).greeting
  const [ms, setMs] = useState(now.getTime())
  useEffect(() => {
    const tick = () => setMs(Date.now())
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = greetingSeconds(arrivedAt, null, new Date(ms))
  const late = isGreetedLate(seconds, limit)
  if (size === 'row')
    return (
      <span role="timer">
        <Status shape={late ? 'late' : 'now'}>
          {late ? t.late({ seconds: shown(seconds), limit }) : t.running({ seconds, limit })}
        </Status>
      </span>
    )
  return (
    <p
      role="timer"
      className={clsx(
        'rounded-card grid justify-items-center px-6 py-5',
        late ? 'bg-vermilion-soft text-vermilion-ink stripes-late' : 'bg-celadon-soft text-celadon-ink',
      )}
    >
      <span aria-hidden className="tabular text-5xl leading-none font-semibold">
        {clock(shown(seconds))}
      </span>
      <span>{late ? t.late({ seconds: shown(seconds), limit }) : t.running({ seconds, limit })}</span>
    </p>
  )
}

const clock = (seconds: number) =>
  seconds < 60 ? seconds : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Past an hour the second no longer matters, only that it is far too late. */
const shown = (seconds: number) => Math.min(seconds, 5999)
