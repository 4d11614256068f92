'use client'

import clsx from 'clsx'
import type { MouseEvent } from 'react'
import { useMessages } from '@/components/shell/locale'
import { reception } from '@/lib/i18n/reception'
import { bodyKindOf } from '@/lib/reception/drawing'
import type { BodyView } from '@/lib/reception/walk-around'
import { carView, type CarView } from '@/lib/reception/car-shapes'
import type { Mark } from './mark'

type Props = {
  bodyKind: string
  marks: Mark[]
  /** Without it the drawing is for reading. */
  onPlace?: (view: BodyView, x: number, y: number) => void
  onOpen?: (mark: Mark, no: number) => void
}

const SIDES = ['left', 'right'] as const
const ENDS = ['front', 'top', 'rear'] as const

/** The car, unfolded into five views; a tap puts a mark where the damage is. */
export function CarDrawing(props: Props) {
  return (
    <div className="grid gap-3">
      <div className="tablet:grid-cols-2 grid gap-3">
        {SIDES.map((view) => (
          <View key={view} view={view} {...props} />
        ))}
      </div>
      <div className="tablet:grid-cols-[0.44fr_1fr_0.44fr] tablet:items-end grid grid-cols-2 gap-3">
        {ENDS.map((view) => (
          <View
            key={view}
            view={view}
            {...props}
            className={view === 'top' ? 'tablet:order-none tablet:col-span-1 order-last col-span-2' : ''}
          />
        ))}
      </div>
    </div>
  )
}

function View({
  view,
  bodyKind,
  marks,
  onPlace,
  onOpen,
  className,
}: Props & { view: BodyView; className?: string }) {
  const t = useMessages(reception)
  const drawn = carView(bodyKindOf(bodyKind), view)
  const place = (event: MouseEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const thousandth = (part: number, whole: number) =>
      Math.min(1000, Math.max(0, Math.round((part / whole) * 1000)))
    onPlace?.(
      view,
      thousandth(event.clientX - box.left, box.width),
      thousandth(event.clientY - box.top, box.height),
    )
  }
  return (
    <figure className={clsx('min-w-0', className)}>
      <figcaption className="text-muted mb-0.5 text-center text-sm">{t.views[view]}</figcaption>
      <div className="rounded-card bg-raised border-line relative border">
        <svg
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          role="img"
          aria-label={t.drawing.view({ view: t.views[view] ?? view })}
          onClick={onPlace && place}
          className={clsx('text-line-strong block w-full touch-manipulation', onPlace && 'cursor-crosshair')}
        >
          <Shape {...drawn} />
        </svg>
        {marks.map((mark, index) =>
          mark.view === view ? <Dot key={mark.id} mark={mark} no={index + 1} onOpen={onOpen} /> : null,
        )}
      </div>
    </figure>
  )
}

function Shape({ width, outline, glass, lines, lamps, wheels = [], boxes = [], mirrored }: CarView) {
  return (
    <g
      transform={mirrored ? `translate(${width} 0) scale(-1 1)` : undefined}
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {boxes.map((box) => (
        <rect key={box.x} {...box} rx="10" className="fill-sunk" />
      ))}
      <path d={outline} className="fill-surface" strokeWidth="4" />
      {glass.map((d) => (
        <path key={d} d={d} className="fill-celadon-soft" />
      ))}
      {lamps.map((d) => (
        <path key={d} d={d} className="fill-amber-soft" />
      ))}
      {lines.map((d) => (
        <path key={d} d={d} strokeWidth="2.5" />
      ))}
      {wheels.map(({ cx, cy, r }) => (
        <g key={cx}>
          <circle cx={cx} cy={cy} r={r} className="fill-sunk" />
          <circle cx={cx} cy={cy} r={r * 0.62} className="fill-surface" />
          <circle cx={cx} cy={cy} r={r * 0.16} />
        </g>
      ))}
    </g>
  )
}

const SIZES = ['', 'size-6', 'size-7', 'size-8']

function Dot({ mark, no, onOpen }: { mark: Mark; no: number; onOpen?: Props['onOpen'] }) {
  const t = useMessages(reception)
  const label = t.drawing.mark({ no, view: t.views[mark.view] ?? '', kind: t.damageKinds[mark.kind] ?? '' })
  const position = { left: `${mark.x / 10}%`, top: `${mark.y / 10}%` }
  const dot = (
    <span
      className={clsx(
        'bg-vermilion text-on-vermilion ring-surface tabular grid place-items-center rounded-full text-sm font-semibold ring-2',
        SIZES[mark.severity],
      )}
    >
      {no}
    </span>
  )
  const where = 'absolute grid size-11 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full'
  if (!onOpen)
    return (
      <span role="img" aria-label={label} style={position} className={where}>
        {dot}
      </span>
    )
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      style={position}
      onClick={() => onOpen(mark, no)}
      className={where}
    >
      {dot}
    </button>
  )
}
