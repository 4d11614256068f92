'use client'

import { useMessages } from '@/components/shell/locale'
import { Badge, Status } from '@/components/ui/badge'
import type { ProposalKind, ProposalOutcome } from '@/lib/appointments/proposals'
import { desk } from '@/lib/i18n/desk'
import { useNeedTitle } from './desk-proposals'

type Kept = {
  id: string
  kind: ProposalKind
  reference: string
  text: string
  textEn: string
  outcome: ProposalOutcome
  /** An urgent finding or a recall asks for it. */
  safety: boolean
}

const SHAPES = { proposed: 'waiting', accepted: 'done', declined: 'off' } as const

/** What was proposed with the booking, and the answer to each (S1-34). */
export function ProposalList({ proposals }: { proposals: Kept[] }) {
  const t = useMessages(desk).needs
  const titleOf = useNeedTitle()
  return (
    <ul className="divide-line divide-y">
      {proposals.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <Badge tone={one.kind === 'recall' ? 'vermilion' : 'plum'}>{t.kinds[one.kind]}</Badge>
          <span className="min-w-0 flex-1">{titleOf({ ...one, title: one.text, titleEn: one.textEn })}</span>
          {one.safety && <Badge tone="vermilion">{t.safety}</Badge>}
          <Status shape={SHAPES[one.outcome]}>
            {one.outcome === 'proposed' ? t.open : t.outcomes[one.outcome]}
          </Status>
        </li>
      ))}
    </ul>
  )
}
