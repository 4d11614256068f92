'use client'

import clsx from 'clsx'
import { useLocale, useMessages } from '@/components/shell/locale'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'

type Named = { name: string; nameEn: string }
type Props = { bays: (Named & { id: string; plate: string | null; adviser: Named | null })[] }

/** One large field per reception bay, read from the driver's seat. */
export function BayRows({ bays }: Props) {
  const t = useMessages(floor).bays
  const locale = useLocale()
  if (bays.length === 0) return <p className="text-muted m-auto text-3xl">{t.screenEmpty}</p>
  return (
    <ul className="grid min-h-0 flex-1 auto-rows-min grid-cols-[repeat(auto-fit,minmax(20rem,1fr))] gap-[2vh]">
      {bays.map(({ id, plate, adviser, ...bay }) => (
        <li
          key={id}
          className={clsx(
            'rounded-card grid content-start gap-2 border px-6 py-5',
            plate ? 'border-celadon bg-celadon-soft' : 'border-line bg-surface',
          )}
        >
          <span className="font-title text-3xl font-semibold">{nameIn(bay, locale)}</span>
          <span className="font-plate text-4xl font-semibold tracking-widest">{plate ?? t.free}</span>
          {adviser && <span className="text-2xl">{t.receives({ name: nameIn(adviser, locale) })}</span>}
        </li>
      ))}
    </ul>
  )
}
