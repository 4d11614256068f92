'use client'

import { useEffect, useState } from 'react'
import { useFormat, useLocale, useMessages, useNow } from '@/components/shell/locale'
import { booking } from '@/lib/i18n/booking'
import { dateTime, phone } from '@/lib/i18n/format'

type Time = { startsAt: string; readyFrom: string | null; readyAt: string | null; discountBp: number }
export type Sister = {
  code: string
  name: string
  nameEn: string
  phone: string
  timeZone: string
  packageIds: string[]
  times: Time[]
}
export type Ways = { sisters: Sister[]; quick: { packageIds: string[]; slot: Time } | null }
export type FindWays = (from: string | undefined) => Promise<Ways>

type Props = {
  from: string | undefined
  find: FindWays
  /** Takes the light part of the wish alone, by the quick lane. */
  onQuick: (packageIds: string[], slot: Time) => void
  /** Goes on at the other dealership; without it the customer is told its number. */
  onSister?: (sister: Sister, time: Time) => void
}

const BUTTON = 'rounded-control border-line-strong/60 bg-raised text-ink min-h-11 border px-3 py-1 text-left'

/** What else there is when a day is full: the quick lane for the light part, and other dealerships of the group. */
export function OtherWays({ from, find, onQuick, onSister }: Props) {
  const t = useMessages(booking).when
  const locale = useLocale()
  const format = useFormat()
  const now = useNow()
  const [ways, setWays] = useState<Ways | null>(null)
  useEffect(() => {
    let current = true
    find(from).then(
      (found) => current && setWays(found),
      () => current && setWays({ sisters: [], quick: null }),
    )
    return () => {
      current = false
    }
  }, [from, find])
  if (!ways || (!ways.quick && ways.sisters.length === 0)) return null
  const { quick, sisters } = ways
  return (
    <div className="mt-3 grid gap-3">
      {quick && (
        <div>
          <p>{t.quickPart}</p>
          <button
            type="button"
            className={`${BUTTON} mt-1`}
            onClick={() => onQuick(quick.packageIds, quick.slot)}
          >
            {t.quickAt({ at: format.dateTime(quick.slot.startsAt) })}
          </button>
        </div>
      )}
      {sisters.length > 0 && <p>{t.elsewhere}</p>}
      {sisters.map((sister) => {
        const when = (time: Time) => dateTime(time.startsAt, { locale, timeZone: sister.timeZone, now })
        return (
          <div key={sister.code}>
            <p className="font-medium">
              {locale === 'en' && sister.nameEn ? sister.nameEn : sister.name}{' '}
              <a className="tabular font-normal" href={`tel:${sister.phone}`}>
                {phone(sister.phone)}
              </a>
            </p>
            <ul className="mt-1 flex flex-wrap gap-2">
              {sister.times.map((time) => (
                <li key={time.startsAt}>
                  {onSister ? (
                    <button type="button" className={BUTTON} onClick={() => onSister(sister, time)}>
                      {when(time)}
                    </button>
                  ) : (
                    <span className="tabular">{when(time)}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
