'use client'

import dynamic from 'next/dynamic'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { booking } from '@/lib/i18n/booking'
import type { FaultTools } from './booking-fault'
import { BookingWish, type OfferedPackage } from './booking-wish'
import type { Draft } from './draft'
import { takenOf } from './draft-work'

const BookingFault = dynamic(() => import('./booking-fault').then((of) => of.BookingFault), { ssr: false })
const TakenProposals = dynamic(() => import('./taken-proposals').then((of) => of.TakenProposals), {
  ssr: false,
})

type Props = FaultTools & {
  draft: Draft
  change: (part: Partial<Draft>) => void
  offered: OfferedPackage[]
}

/** Screen 2: what the car needs; the questions about a fault are loaded when they are opened. */
export function BookingNeeds({ offered, ...tools }: Props) {
  const t = useMessages(booking)
  const { draft, change } = tools
  return (
    <>
      {takenOf(draft).length > 0 && <TakenProposals draft={draft} change={change} />}
      <BookingWish draft={draft} change={change} offered={offered} />
      {draft.faulty ? (
        <BookingFault {...tools} />
      ) : (
        <div className="grid gap-1">
          <Button onClick={() => change({ faulty: true })}>{t.faulty}</Button>
          <p className="text-muted text-sm">{t.faultyHint}</p>
        </div>
      )}
    </>
  )
}
