'use client'

import { useEffect, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import type { AgreedWay, FreeWays, WayWish } from '@/lib/appointments/way'
import { ways as wayWords } from '@/lib/i18n/ways'

export type FindFreeWays = (appointmentId: string, startsAt: string, readyAt: string) => Promise<FreeWays>

type Props = {
  of: AgreedWay
  /** What is free at the chosen time; null while it is not known. */
  free: FreeWays | null
  onChange?: (wish: WayWish) => void
}

/** How the car of a booking comes from now on: as agreed, or another way (S1-29, S1-50). */
export function WayChoice({ of, free, onChange }: Props) {
  const t = useMessages(wayWords).choice
  const [wish, setWish] = useState<WayWish>({ way: 'kept', pickUpAddress: '' })
  const agreed = of.pickUp ? (of.loaner ? 'both' : 'pickUp') : of.loaner ? 'loaner' : 'own'
  const change = (part: Partial<WayWish>) => {
    setWish({ ...wish, ...part })
    onChange?.({ ...wish, ...part })
  }
  const isFree = (way: string) =>
    !free ||
    (((way !== 'pickUp' && way !== 'both') || free.pickUp) &&
      ((way !== 'loaner' && way !== 'both') || free.loaner))
  if (of.waits && agreed === 'own') return null
  const others = (['own', 'pickUp', 'loaner'] as const).filter((way) => way !== agreed)
  return (
    <div className="grid gap-3">
      <Choices
        look="cards"
        legend={t.title}
        name="way"
        value={wish.way}
        onChange={(way) => change({ way: way as WayWish['way'] })}
        choices={[
          { value: 'kept', label: t.ways[agreed], hint: isFree(agreed) ? undefined : t.notFree },
          ...others.map((way) => ({
            value: way,
            label: t.ways[way],
            disabled: !isFree(way),
            hint: isFree(way) ? undefined : t.notFree,
          })),
        ]}
      />
      {wish.way === 'kept' && agreed !== 'own' && !isFree(agreed) && (
        <Notice kind="warning" announce>
          {t.blocked[agreed]}
        </Notice>
      )}
      {wish.way === 'pickUp' && (
        <Field
          label={t.address}
          name="pickUpAddress"
          required={!of.addressKnown}
          hint={of.addressKnown ? t.addressKnown : undefined}
        >
          <Input
            maxLength={200}
            value={wish.pickUpAddress}
            autoComplete="street-address"
            onChange={(event) => change({ pickUpAddress: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}

type At = { appointmentId: string; startsAt: string; readyAt: string }

/** What is free at the time that was chosen; null before one is, and while it is looked up. */
export function useFreeWays({ appointmentId, startsAt, readyAt }: At, find: FindFreeWays): FreeWays | null {
  const [found, setFound] = useState<{ key: string; ways: FreeWays } | null>(null)
  const key = startsAt && `${appointmentId} ${startsAt} ${readyAt}`
  useEffect(() => {
    if (!key) return
    let current = true
    find(appointmentId, startsAt, readyAt).then(
      (ways) => current && setFound({ key, ways }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [key, appointmentId, startsAt, readyAt, find])
  return found && found.key === key ? found.ways : null
}
