import clsx from 'clsx'
import { CircleAlert, Info, TriangleAlert, Check } from 'lucide-react'
import type { ReactNode } from 'react'

type Kind = 'info' | 'good' | 'warning' | 'danger'

const KINDS = {
  info: { icon: Info, look: 'bg-celadon-soft text-celadon-ink' },
  good: { icon: Check, look: 'bg-pine-soft text-pine-ink' },
  warning: { icon: TriangleAlert, look: 'bg-amber-soft text-amber-ink' },
  danger: { icon: CircleAlert, look: 'bg-vermilion-soft text-vermilion-ink' },
}

/** A sentence that must not be missed, within the page. `announce` reads it aloud when it appears. */
export function Notice({
  kind = 'info',
  children,
  action,
  announce,
  className,
}: {
  kind?: Kind
  children: ReactNode
  action?: ReactNode
  announce?: boolean
  className?: string
}) {
  const { icon: Icon, look } = KINDS[kind]
  return (
    <div
      role={announce ? (kind === 'danger' ? 'alert' : 'status') : undefined}
      className={clsx('rounded-card flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3', look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
