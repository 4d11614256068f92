'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Plate } from '@/components/visit/plate'
import type { Need } from '@/lib/appointments/proposals'
import { nameIn } from '@/lib/core/name-in'
import { ownCars } from '@/lib/i18n/own-cars'

export type OwnCar = {
  plate: string
  vin: string
  brand: string
  model: string
  bookedAt: string | null
  due: {
    dueOn: string
    reason: 'time' | 'distance'
    estimatedKm: number | null
    dueKm: number | null
    class: string | null
  } | null
  needs: (Need & { operationId: string | null; minutes: number | null; safety: boolean })[]
  works: { at: string; km: number | null; jobs: { title: string; titleEn: string }[] }[]
}

type Props = { car: OwnCar; checked: boolean; onChoose: () => void }

/** An own car by its plate, with the next service and why it is due. */
export function OwnCarCard({ car, checked, onChoose }: Props) {
  const t = useMessages(ownCars)
  const format = useFormat()
  const locale = useLocale()
  return (
    <div className="grid gap-1">
      <label className="rounded-card border-line-strong/60 bg-raised has-checked:border-celadon has-checked:bg-celadon-soft has-checked:ring-celadon has-focus-visible:outline-celadon relative flex items-start gap-3 border px-4 py-3 has-checked:ring-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2">
        <input
          type="radio"
          name="ownCar"
          checked={checked}
          onChange={onChoose}
          className="accent-celadon mt-1 size-5 shrink-0"
        />
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Plate plate={car.plate || car.vin} />
            <span className="text-muted text-sm">{[car.brand, car.model].filter(Boolean).join(' ')}</span>
          </span>
          {car.due && <DueText due={car.due} />}
          {car.bookedAt && (
            <span className="text-amber-ink text-sm">{t.booked({ at: format.dateTime(car.bookedAt) })}</span>
          )}
        </span>
      </label>
      {car.works.length > 0 && (
        <details className="px-4">
          <summary className="fold flex min-h-11 cursor-pointer items-center text-sm">
            {t.works({ plate: car.plate || car.vin })}
          </summary>
          <ul className="grid gap-2 pb-2 text-sm">
            {car.works.map((work) => (
              <li key={work.at}>
                <span className="text-muted tabular">
                  {[format.day(work.at), work.km !== null && format.km(work.km)].filter(Boolean).join(' · ')}
                </span>
                <span className="block">
                  {work.jobs
                    .map(({ title, titleEn }) => nameIn({ name: title, nameEn: titleEn }, locale))
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function DueText({ due }: { due: NonNullable<OwnCar['due']> }) {
  const t = useMessages(ownCars).due
  const format = useFormat()
  const { dueOn, reason, estimatedKm, dueKm } = due
  const day = format.calendarDay(dueOn)
  const late = due.class === 'overdue' || due.class === 'lost'
  const when = late ? t.overdue({ day }) : due.class ? t.due({ day }) : t.later({ day })
  const known = estimatedKm !== null && dueKm !== null
  const why =
    reason === 'distance'
      ? known
        ? t.distance({ km: format.km(estimatedKm), dueKm: format.km(dueKm) })
        : t.distanceOnly
      : t.time
  const now = reason === 'time' && estimatedKm !== null ? t.km({ km: format.km(estimatedKm) }) : ''
  return (
    <span className="text-sm">
      <span className={late ? 'text-vermilion-ink font-medium' : 'font-medium'}>{when}</span>
      <span className="text-muted block">{[why, now].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
