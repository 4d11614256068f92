'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import { useMessages, useNow } from '@/components/shell/locale'
import { Time } from '@/components/ui/time'
import { lounge } from '@/lib/i18n/lounge'
import type { ScreenCar } from '@/lib/lounge/guest'

const READY = ['ready', 'settling', 'paid']

const ON_ONE_PAGE = 16
const PAGE_MS = 20_000

/** One large line per car; when there are more than fit, the pages take turns. */
export function ScreenRows({ cars }: { cars: ScreenCar[] }) {
  const t = useMessages(lounge)
  const now = useNow()
  const words: Record<string, string> = t.screenStatus
  if (!cars.length) return <p className="text-muted m-auto text-3xl">{t.screenEmpty}</p>
  const pages = Math.ceil(cars.length / ON_ONE_PAGE)
  const first = (Math.floor(now / PAGE_MS) % pages) * ON_ONE_PAGE
  const shown = cars.slice(first, first + ON_ONE_PAGE)
  return (
    <ul
      className={clsx(
        'grid min-h-0 flex-1 content-start gap-[1.2vh]',
        shown.length > 8 ? 'wall:grid-cols-2 auto-rows-fr' : 'auto-rows-min',
      )}
    >
      {shown.map((car) => {
        const ready = READY.includes(car.status)
        return (
          <li
            key={car.key}
            className={clsx(
              'rounded-card grid grid-cols-[13rem_minmax(0,1fr)_auto] items-center gap-6 border px-6 py-2',
              ready ? 'border-pine bg-pine-soft' : 'border-line bg-surface',
            )}
          >
            <span className="grid gap-1">
              <span className="font-plate text-3xl font-semibold tracking-widest">{car.plate}</span>
              <span className="text-muted text-lg">{car.customer}</span>
            </span>
            <span className="grid gap-2">
              <span className={clsx('text-2xl font-medium', ready && 'text-pine-ink')}>
                {words[car.status]}
              </span>
              <span className="flex items-center gap-3">
                <span aria-hidden className="bg-sunk block h-3 max-w-96 flex-1 overflow-hidden rounded-full">
                  <span
                    className={clsx('block h-full rounded-full', ready ? 'bg-pine' : 'bg-celadon')}
                    style={{
                      width: `${ready ? 100 : Math.round((car.done / Math.max(1, car.jobs)) * 100)}%`,
                    }}
                  />
                </span>
                <span className="text-muted tabular text-lg">
                  {t.screenLines({ done: car.done, total: car.jobs })}
                </span>
              </span>
            </span>
            <span className="grid justify-items-end gap-1 text-right">
              {ready ? (
                <Check aria-hidden strokeWidth={2.5} className="text-pine size-12" />
              ) : (
                car.promisedAt && (
                  <>
                    <span className="text-muted text-lg">{t.screenPromised}</span>
                    <span className="tabular text-3xl font-semibold">
                      <Time at={car.promisedAt.toISOString()} show="time" />
                    </span>
                  </>
                )
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
