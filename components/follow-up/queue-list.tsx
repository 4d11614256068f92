'use client'

import clsx from 'clsx'
import { Link } from '@/components/ui/link'
import type { KeyboardEvent } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { Plate } from '@/components/visit/plate'
import type { FollowUpKind, FollowUpStatus } from '@/lib/follow-up/follow-up'
import { followUp } from '@/lib/i18n/follow-up'

type Row = {
  id: string
  kind: FollowUpKind
  state: FollowUpStatus
  dueFrom: Date
  dueTo: Date
  vehicle: { plate: string; model: string }
  customer: { name: string; formOfAddress: string; complaintSensitive: boolean }
}

export const STATE_SHAPES: Record<FollowUpStatus, StatusShape> = {
  planned: 'open',
  due: 'waiting',
  attempted: 'paused',
  done: 'done',
  unreached: 'off',
  skipped: 'off',
  complaintOpened: 'late',
  overdue: 'late',
}

/** The queue; up and down move through it, Enter opens the card. */
export function QueueList({ rows, view, chosen }: { rows: Row[]; view: string; chosen: string | null }) {
  const t = useMessages(followUp)
  const f = useFormat()
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    const links = [...event.currentTarget.querySelectorAll('a')]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const next = links[Math.min(Math.max(at + step, 0), links.length - 1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <nav aria-label={t.queue}>
      <ul
        onKeyDown={move}
        className="border-line divide-line rounded-card bg-surface divide-y overflow-hidden border"
      >
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={`/follow-up?view=${view}&call=${row.id}`}
              scroll={false}
              prefetch={false}
              aria-current={row.id === chosen ? 'true' : undefined}
              className={clsx(
                'grid gap-1 px-4 py-2.5 focus-visible:-outline-offset-2',
                row.id === chosen ? 'bg-celadon-soft' : 'hover:bg-hover',
              )}
            >
              <span className="flex items-center gap-2">
                <Plate plate={row.vehicle.plate} size="small" />
                <span className="min-w-0 truncate font-medium">{row.customer.name}</span>
                <span className="ml-auto">
                  <Status shape={STATE_SHAPES[row.state]}>{t.states[row.state]}</Status>
                </span>
              </span>
              <span className="text-muted tabular flex flex-wrap gap-x-2 text-sm">
                {t.kinds[row.kind]}
                <span>{t.window({ from: f.day(row.dueFrom), to: f.day(row.dueTo) })}</span>
                {row.customer.complaintSensitive && <Badge tone="amber">{t.sensitive}</Badge>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
