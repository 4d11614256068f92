'use client'

import clsx from 'clsx'
import { useFormat, useMessages, useNow } from '@/components/shell/locale'
import { Status, type StatusShape } from '@/components/ui/badge'
import { Facts } from '@/components/ui/card'
import { TimeRange } from '@/components/ui/time'
import { shell } from '@/lib/i18n/shell'
import { Popup } from '@/components/ui/popup'

type PromiseRisk = 'ok' | 'tight' | 'late'

type Props = {
  /** The promised range, ISO instants. */
  from: string
  to: string
  /** When the clock began: arrival or signature. */
  startedAt: string
  risk: PromiseRisk
  reason?: string | null
  expectedAt?: string | null
  size?: 'row' | 'large'
  className?: string
}

const SHAPES: Record<PromiseRisk, StatusShape> = { ok: 'done', tight: 'waiting', late: 'late' }
const BARS: Record<PromiseRisk, string> = { ok: 'bg-pine', tight: 'bg-amber', late: 'bg-vermilion' }

/** The promised time as a range bar that narrows; colour, shape and word change with the risk. */
export function PromiseClock({
  from,
  to,
  startedAt,
  risk,
  reason,
  expectedAt,
  size = 'large',
  className,
}: Props) {
  const t = useMessages(shell).visit.promise
  const format = useFormat()
  const now = useNow()
  const [start, first, last] = [startedAt, from, to].map((at) => new Date(at).getTime()) as [
    number,
    number,
    number,
  ]
  const end = Math.max(last, now, expectedAt ? new Date(expectedAt).getTime() : 0)
  const share = (at: number) =>
    `${Math.max(0, Math.min(100, ((at - start) / Math.max(1, end - start)) * 100))}%`
  const minutes = Math.round((last - now) / 60_000)
  const rest =
    minutes >= 0
      ? t.left({ duration: format.duration(minutes) })
      : t.over({ duration: format.duration(-minutes) })
  const large = size === 'large'
  return (
    <Popup
      label={t.label}
      trigger={
        <button
          type="button"
          aria-label={`${t.label} ${format.day(from)} ${format.timeRange(from, to)}, ${t.risks[risk]}, ${rest}`}
          className={clsx(
            'rounded-control relative z-10 grid w-full min-w-36 gap-1 py-1 text-left',
            large ? 'min-h-14' : 'desk:min-h-9 min-h-11 content-center',
            className,
          )}
        >
          <span className="flex items-baseline gap-2">
            {large && <span className="text-muted text-sm">{t.label}</span>}
            <span className={clsx('tabular font-medium whitespace-nowrap', large ? 'text-lg' : 'text-sm')}>
              {large && `${format.day(from)} `}
              {format.timeRange(from, to)}
            </span>
            <Status shape={SHAPES[risk]} className="ml-auto self-center">
              {t.risks[risk]}
            </Status>
          </span>
          <span aria-hidden className={clsx('relative block w-full', large ? 'h-2.5' : 'h-1.5')}>
            <span className="bg-line absolute top-1/2 left-0 h-0.5 w-full -translate-y-1/2 rounded-full" />
            {now > last && (
              <span
                className="absolute inset-y-0 rounded-r-full bg-[repeating-linear-gradient(-45deg,var(--vermilion)_0_3px,var(--vermilion-soft)_3px_6px)]"
                style={{ left: share(last), right: `calc(100% - ${share(now)})` }}
              />
            )}
            {now < last && (
              <span
                className={clsx('absolute inset-y-0 rounded-full', BARS[risk])}
                style={{ left: share(now), right: `calc(100% - ${share(last)})`, opacity: 0.38 }}
              />
            )}
            <span
              className={clsx('absolute inset-y-0 min-w-1.5 rounded-full', BARS[risk])}
              style={{ left: share(Math.min(first, last)), right: `calc(100% - ${share(last)})` }}
            />
            <span
              className="bg-ink absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full"
              style={{ left: share(now) }}
            />
            {expectedAt && (
              <span
                className="border-ink bg-surface absolute top-1/2 size-2.5 -translate-1/2 rotate-45 border-2"
                style={{ left: share(new Date(expectedAt).getTime()) }}
              />
            )}
          </span>
          {large && <span className="text-muted tabular text-sm">{rest}</span>}
        </button>
      }
    >
      <div className="grid gap-3">
        <h3 className="font-title flex items-center justify-between gap-3 text-lg font-semibold">
          {t.label}
          <Status shape={SHAPES[risk]}>{t.risks[risk]}</Status>
        </h3>
        <Facts
          facts={[
            { term: t.label, value: <TimeRange from={from} to={to} /> },
            ...(expectedAt ? [{ term: t.expected, value: format.dateTime(expectedAt) }] : []),
            ...(reason ? [{ term: t.why, value: reason }] : []),
          ]}
        />
        <p className="text-muted tabular">{rest}</p>
      </div>
    </Popup>
  )
}
