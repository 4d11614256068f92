import clsx from 'clsx'
import { fillTone, type Tone } from './tone'

type Props = { value: number; max?: number; label: string; tone?: Tone; className?: string }

/** A bar that fills. The label is read aloud; show words beside it where the number matters. */
export function Progress({ value, max = 100, label, tone = 'celadon', className }: Props) {
  const share = Math.max(0, Math.min(1, max ? value / max : 0))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={max}
      className={clsx('bg-sunk h-2 overflow-hidden rounded-full', className)}
    >
      <div className={clsx('h-full rounded-full', fillTone[tone])} style={{ width: `${share * 100}%` }} />
    </div>
  )
}
