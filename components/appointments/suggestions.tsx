'use client'

import { Check, Plus } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ownCars } from '@/lib/i18n/own-cars'
import type { Draft, Proposed } from './draft'
import { needKey, outcomeOf, proposedOf } from './draft-work'
import type { OwnCar } from './own-car-card'

type Props = {
  cars: OwnCar[]
  draft: Draft
  onAnswer: (one: Proposed, answer: 'accepted' | 'declined') => void
}

/** What the chosen car is likely to need: each taken into the booking by one tap, or declined for this time (S1-34). */
export function Suggestions({ cars, draft, onAnswer }: Props) {
  const t = useMessages(ownCars)
  const format = useFormat()
  const proposed = proposedOf(draft)
  if (proposed.length === 0) return null
  const needs = cars.find((car) => (car.plate || car.vin) === draft.own)?.needs ?? []
  return (
    <section className="grid gap-2">
      <h2 className="font-title text-lg font-semibold">{t.proposals}</h2>
      <ul className="grid gap-2">
        {proposed.map((one) => {
          const outcome = outcomeOf(draft, one)
          const on = needs.find((need) => needKey(need) === needKey(one))?.on
          return (
            <li
              key={needKey(one)}
              className="rounded-card border-line bg-surface grid gap-2 border px-4 py-3"
            >
              <div>
                <p className="font-medium">{one.title}</p>
                <p className="text-muted flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                  <span>{t.kinds[one.kind]}</span>
                  {on && one.kind === 'declined' && <span>{t.on({ day: format.calendarDay(on) })}</span>}
                  {one.minutes !== null && <span className="tabular">{format.duration(one.minutes)}</span>}
                  {one.safety && <Badge tone="vermilion">{t.safety}</Badge>}
                </p>
              </div>
              <div className="flex gap-2">
                <Button
                  variant={outcome === 'accepted' ? 'primary' : 'secondary'}
                  aria-pressed={outcome === 'accepted'}
                  aria-label={t.takeThis({ what: one.title })}
                  icon={
                    outcome === 'accepted' ? (
                      <Check aria-hidden className="size-4" />
                    ) : (
                      <Plus aria-hidden className="size-4" />
                    )
                  }
                  onClick={() => onAnswer(one, 'accepted')}
                >
                  {outcome === 'accepted' ? t.taken : t.take}
                </Button>
                <Button
                  variant="quiet"
                  aria-pressed={outcome === 'declined'}
                  aria-label={t.notThis({ what: one.title })}
                  className={outcome === 'declined' ? 'underline' : ''}
                  onClick={() => onAnswer(one, 'declined')}
                >
                  {t.notNow}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
