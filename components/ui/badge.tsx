import clsx from 'clsx'
import { Check, Circle, CircleDashed, CirclePause, Clock, Minus, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { softTone, type Tone } from './tone'

/** The shape that goes with a status, so that colour never speaks alone. */
export type StatusShape = 'open' | 'waiting' | 'now' | 'paused' | 'done' | 'late' | 'off'

const SHAPES: Record<StatusShape, { icon: typeof Check; tone: Tone }> = {
  open: { icon: CircleDashed, tone: 'neutral' },
  waiting: { icon: Clock, tone: 'amber' },
  now: { icon: Circle, tone: 'celadon' },
  paused: { icon: CirclePause, tone: 'amber' },
  done: { icon: Check, tone: 'pine' },
  late: { icon: TriangleAlert, tone: 'vermilion' },
  off: { icon: Minus, tone: 'neutral' },
}

/** A status: shape and word. */
export function Status({
  shape,
  tone,
  children,
  className,
}: {
  shape: StatusShape
  tone?: Tone
  children: ReactNode
  className?: string
}) {
  const { icon: Icon, tone: usual } = SHAPES[shape]
  return (
    <span className={clsx(PILL, softTone[tone ?? usual], className)}>
      <Icon aria-hidden className={clsx('size-3.5 shrink-0', shape === 'now' && 'fill-current')} />
      {children}
    </span>
  )
}

/** A kind or a count, without the meaning of a status. */
export function Badge({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone
  children: ReactNode
  className?: string
}) {
  return <span className={clsx(PILL, softTone[tone], className)}>{children}</span>
}

const PILL =
  'inline-flex items-center gap-1 rounded-full px-2 py-0.5 font-sans text-xs leading-5 font-medium whitespace-nowrap tabular'
