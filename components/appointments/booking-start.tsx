'use client'

import { Check } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { booking } from '@/lib/i18n/booking'
import { BookingCar } from './booking-car'
import type { FaultTools } from './booking-fault'
import { isOwn } from './draft-work'
import type { Draft } from './draft'
import type { FindOwnCars } from './returning-customer'

const ReturningCustomer = dynamic(() => import('./returning-customer').then((of) => of.ReturningCustomer), {
  ssr: false,
})

type Props = Omit<FaultTools, 'photosAt' | 'removePhoto'> & {
  draft: Draft
  change: (part: Partial<Draft>) => void
  wrong: { plate?: string; vin?: string }
  findOwnCars: FindOwnCars
  offeredIds: string[]
}

/** Screen 1: which car; who has been here before may prove the number first and choose. */
export function BookingStart({ wrong, ...tools }: Props) {
  const t = useMessages(booking)
  const [before, setBefore] = useState(false)
  const { draft, change, proven } = tools
  return (
    <>
      {before || proven.proof ? (
        <ReturningCustomer {...tools} />
      ) : (
        <div className="grid gap-1">
          <Button onClick={() => setBefore(true)}>{t.returning}</Button>
          <p className="text-muted text-sm">{t.returningHint}</p>
        </div>
      )}
      {!isOwn(draft) && <BookingCar draft={draft} change={change} wrong={wrong} />}
      <section className="border-line border-t pt-4">
        <h2 className="text-sm font-medium">{t.whyBook}</h2>
        <ul className="mt-1 grid gap-1 text-sm">
          {t.landing.benefits.map((benefit) => (
            <li key={benefit} className="flex items-start gap-2">
              <Check aria-hidden className="text-celadon-ink mt-0.5 size-4 shrink-0" />
              {benefit}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
