'use client'

import clsx from 'clsx'
import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { condition } from '@/lib/i18n/condition'
import { mmOf, tenthsFrom, type WearLevel } from '@/lib/reception/wheels'

type Props = {
  what: string
  wheel: string
  value: number | null
  most: number
  /** Where the first press begins: what was measured last. */
  start: number
  level: WearLevel | null
  hint?: string
  onChange: (tenthMm: number | null) => void
}

const STEP = 5
const COLOURS = {
  good: 'border-pine bg-pine-soft',
  soon: 'border-amber bg-amber-soft',
  limit: 'border-vermilion bg-vermilion-soft',
}
const BUTTON =
  'grid size-14 shrink-0 place-items-center text-muted hover:bg-hover hover:text-ink disabled:opacity-40'

/** One depth, set by large steps of half a millimetre or typed. */
export function Millimetres({ what, wheel, value, most, start, level, hint, onChange }: Props) {
  const t = useMessages(condition)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : mmOf(value))
  const step = (by: number) => {
    setTyped(null)
    onChange(value === null ? start : Math.min(most, Math.max(0, value + by)))
  }
  return (
    <div className="grid gap-1">
      <span className="flex items-baseline justify-between gap-2 text-sm">
        <span className="font-medium">{what}</span>
        <span className="text-muted tabular">{level ? t.levels[level] : t.notMeasured}</span>
      </span>
      <span
        className={clsx(
          'rounded-control has-[input:focus-visible]:outline-celadon flex overflow-hidden border-2 has-[input:focus-visible]:outline-2',
          level ? COLOURS[level] : 'border-line-strong/60 bg-raised',
        )}
      >
        <button
          type="button"
          aria-label={t.thinner({ what, wheel })}
          disabled={value === 0}
          className={BUTTON}
          onClick={() => step(-STEP)}
        >
          <Minus aria-hidden className="size-6" />
        </button>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${what}, ${wheel}`}
          value={shown}
          placeholder="–"
          onChange={(event) => {
            const text = event.target.value
            setTyped(text)
            if (text.trim() === '') return onChange(null)
            const tenths = tenthsFrom(text, most)
            if (tenths !== null) onChange(tenths)
          }}
          onBlur={() => setTyped(null)}
          className="tabular min-h-14 w-full min-w-0 bg-transparent text-center text-xl font-medium outline-none"
        />
        <button
          type="button"
          aria-label={t.thicker({ what, wheel })}
          disabled={value === most}
          className={BUTTON}
          onClick={() => step(STEP)}
        >
          <Plus aria-hidden className="size-6" />
        </button>
      </span>
      {hint && <span className="text-muted tabular text-sm">{hint}</span>}
    </div>
  )
}
