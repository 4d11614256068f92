'use client'

import clsx from 'clsx'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'

/** The mark of the product: one character over eight joined segments. */
export function Mark({ className }: { className?: string }) {
  const t = useMessages(common)
  return (
    <span
      aria-hidden
      className={clsx(
        'rounded-card bg-celadon text-on-celadon inline-grid size-10 shrink-0 place-items-center overflow-hidden',
        className,
      )}
    >
      <span className="font-title col-start-1 row-start-1 -mt-1 text-xl leading-none font-bold">
        {t.productMark}
      </span>
      <svg viewBox="0 0 40 40" className="col-start-1 row-start-1 size-full">
        {Array.from({ length: 8 }, (_, step) => (
          <rect
            key={step}
            x={5 + step * 3.85}
            y="32.5"
            width="3"
            height="2.5"
            rx="0.6"
            fill="currentColor"
            opacity={step < 5 ? 1 : 0.45}
          />
        ))}
      </svg>
    </span>
  )
}
