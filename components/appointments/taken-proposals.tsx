'use client'

import { X } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { IconButton } from '@/components/ui/icon-button'
import { ownCars } from '@/lib/i18n/own-cars'
import type { Draft } from './draft'
import { needKey, takenOf } from './draft-work'

/** Proposals taken on the first screen for which no package stands, with a way to drop them again. */
export function TakenProposals({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const t = useMessages(ownCars)
  return (
    <section className="grid gap-1">
      <h2 className="text-sm font-medium">{t.takenTitle}</h2>
      <ul className="divide-line divide-y">
        {takenOf(draft).map((one) => (
          <li key={needKey(one)} className="flex items-center justify-between gap-2">
            <span>{one.title}</span>
            <IconButton
              label={t.drop({ what: one.title })}
              icon={<X className="size-5" />}
              onClick={() => change({ answers: { ...draft.answers, [needKey(one)]: 'declined' } })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
