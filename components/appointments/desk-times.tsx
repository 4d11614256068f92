'use client'

import clsx from 'clsx'
import { useCallback, useEffect } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { useFormContext } from '@/components/ui/form-context'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { desk } from '@/lib/i18n/desk'
import type { DeskWish } from './desk-types'
import { OverrideReason } from './override-reason'
import { OtherWays, type Ways } from './other-ways'
import { SlotPicker, type PickableDay, type PickableSlot } from './slot-picker'

type Props = {
  wish: DeskWish | null
  times: { days: PickableDay[] | null; fresh: boolean; failed: boolean; retry: () => void }
  slot: PickableSlot | null
  onSlot: (slot: PickableSlot) => void
  /** Takes the light part of the wish alone, by the quick lane. */
  onQuick: (packageIds: string[]) => void
  findOtherWays: (wish: DeskWish & { from?: string }) => Promise<Ways>
}

/** When: the best time is chosen already, arrows move among the times, the page keys among the days. */
export function DeskTimes({ wish, times, slot, onSlot, onQuick, findOtherWays }: Props) {
  const t = useMessages(desk)
  const key = JSON.stringify(wish)
  const ways = useCallback(
    (from: string | undefined) => findOtherWays({ ...(JSON.parse(key) as DeskWish), from }),
    [key, findOtherWays],
  )
  const { refused, at } = useFormContext().state
  const { retry } = times
  useEffect(() => {
    if (refused) retry()
  }, [refused, at, retry])
  if (!wish) return <p className="text-muted">{t.work.first}</p>
  if (times.failed)
    return (
      <Notice kind="warning" announce action={<Button onClick={times.retry}>{t.times.retry}</Button>}>
        {t.times.failed}
      </Notice>
    )
  if (!times.days)
    return (
      <div role="status" aria-label={t.times.loading}>
        <SkeletonRows rows={4} />
      </div>
    )
  return (
    <div aria-busy={!times.fresh} className={clsx('grid gap-4', !times.fresh && 'opacity-60')}>
      <SlotPicker
        days={times.days}
        value={slot?.startsAt ?? ''}
        onChange={onSlot}
        eager
        adviserAsked={wish.adviserId !== ''}
        otherWays={(from) => <OtherWays from={from} find={ways} onQuick={onQuick} />}
      />
      <input type="hidden" name="startsAt" value={slot?.startsAt ?? ''} />
      {slot?.over && <OverrideReason required />}
    </div>
  )
}
