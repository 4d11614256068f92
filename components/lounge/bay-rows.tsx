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
    <ul className="grid min-h-0 flex-1 auto-rows-fr grid-cols-[repeat(auto-fit,minmax(min(100%,max(20rem,28vw)),1fr))] gap-[2vh]">
      {bays.map(({ id, plate, adviser, ...bay }) => (
        <li
          key={id}
          className={clsx(
            'rounded-card grid content-center gap-[2vmin] border px-[2.5vw] py-[2vh]',
            plate ? 'border-celadon bg-celadon-soft' : 'border-line bg-surface',
          )}
        >
          <span className="font-title text-[clamp(1.75rem,3vw,4.5rem)] leading-tight font-semibold">
            {nameIn(bay, locale)}
          </span>
          <span className="font-plate text-[clamp(2.25rem,5.2vw,7.5rem)] leading-tight font-semibold tracking-widest whitespace-nowrap">
            {plate ?? t.free}
          </span>
          {adviser && (
            <span className="text-[clamp(1.5rem,2.5vw,3.75rem)] leading-tight wrap-anywhere">
              {t.receives({ name: nameIn(adviser, locale) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
