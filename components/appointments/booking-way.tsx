'use client'

import { LocateFixed } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { metresBetween, type Position } from '@/lib/core/distance'
import { ways as wayWords } from '@/lib/i18n/ways'
import type { Draft } from './draft'
import type { Answer } from './phone-code'

export type Ways = { pickUp: boolean; loaner: boolean; radiusKm: number; house: Position | null }
export type FindWays = (startsAt: string, readyAt: string) => Promise<Answer<Ways>>
type Props = {
  draft: Draft
  /** When the car of the chosen time is ready. */
  readyAt: string
  change: (part: Partial<Draft>) => void
  findWays: FindWays
}

/** Who leaves the car chooses how it comes: brought, fetched within the limit, or exchanged for a loaner car (S1-29, S1-50). */
export function BookingWay({ draft, readyAt, change, findWays }: Props) {
  const t = useMessages(wayWords)
  const format = useFormat()
  const ways = useWays(draft.startsAt, readyAt, findWays)
  const gone = ways !== null && draft.way !== 'own' && !ways[draft.way]
  useEffect(() => {
    if (gone) change({ way: 'own' })
  }, [gone, change])
  if (!ways || (!ways.pickUp && !ways.loaner)) return null
  const { way } = draft
  return (
    <div className="grid gap-3">
      <Choices
        look="cards"
        legend={t.title}
        name="way"
        value={way}
        onChange={(chosen) => change({ way: chosen as Draft['way'] })}
        choices={[
          { value: 'own', label: t.own },
          ...(ways.pickUp
            ? [{ value: 'pickUp', label: t.pickUp, hint: t.pickUpHint({ km: format.km(ways.radiusKm) }) }]
            : []),
          ...(ways.loaner ? [{ value: 'loaner', label: t.loaner, hint: t.loanerHint }] : []),
        ]}
      />
      {way === 'pickUp' && <PickUp ways={ways} draft={draft} change={change} />}
    </div>
  )
}

function PickUp({ ways, draft, change }: Pick<Props, 'draft' | 'change'> & { ways: Ways }) {
  const t = useMessages(wayWords)
  const format = useFormat()
  const [state, setState] = useState<'' | 'asking' | 'failed'>('')
  const { house, radiusKm } = ways
  const metres = house && draft.pickUpFrom ? metresBetween(house, draft.pickUpFrom) : null
  const km = format.km(Math.round((metres ?? 0) / 100) / 10)
  const locate = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setState('')
        change({ pickUpFrom: { latitude, longitude } })
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  }
  return (
    <div className="grid justify-items-start gap-2">
      <Field label={t.address} name="pickUpAddress" required className="w-full">
        <Textarea
          rows={2}
          value={draft.pickUpAddress}
          maxLength={200}
          autoComplete="street-address"
          onChange={(event) => change({ pickUpAddress: event.target.value })}
        />
      </Field>
      {house && (
        <Button
          icon={<LocateFixed aria-hidden className="size-4" />}
          disabled={state === 'asking'}
          onClick={locate}
        >
          {state === 'asking' ? t.locating : t.locate}
        </Button>
      )}
      <div role="status" className="w-full text-sm">
        {metres === null ? (
          <p className="text-muted">{state === 'failed' ? t.noPosition : t.later}</p>
        ) : metres > radiusKm * 1000 ? (
          <Notice kind="warning">{t.tooFar({ km, limit: format.km(radiusKm) })}</Notice>
        ) : (
          <Notice kind="good">{t.distance({ km })}</Notice>
        )}
      </div>
    </div>
  )
}

function useWays(startsAt: string, readyAt: string, findWays: FindWays): Ways | null {
  const [found, setFound] = useState<{ key: string; ways: Ways | null } | null>(null)
  const key = `${startsAt} ${readyAt}`
  useEffect(() => {
    let current = true
    findWays(startsAt, readyAt).then(
      (answer) => current && setFound({ key, ways: 'value' in answer ? answer.value : null }),
      () => current && setFound({ key, ways: null }),
    )
    return () => {
      current = false
    }
  }, [key, startsAt, readyAt, findWays])
  return found?.key === key ? found.ways : null
}
