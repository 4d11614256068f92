'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useState } from 'react'
import { useFormat, useLocale, useMessages, useReader } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import { isSameDay } from '@/lib/appointments/same-day'
import { booking } from '@/lib/i18n/booking'
import type { Refused } from '@/lib/core/form-state'
import { readyText, type Draft } from './draft'
import type { FindWays } from './booking-way'
import { workWish } from './draft-work'
import type { Answer } from './phone-code'
import { OtherWays, type Sister, type Ways } from './other-ways'
import { WaitingChoice } from './waiting-choice'
import { SlotPicker, type PickableDay } from './slot-picker'

export type SlotsWish = {
  packageIds: string[]
  operationIds: string[]
  wishes: number
  adviserId: string
  waiting: 'waits' | 'leaves'
  days: number
}
export type WaysWish = Pick<SlotsWish, 'packageIds' | 'wishes' | 'waiting'> & { from: string | undefined }
export type FindOtherWays = (wish: WaysWish) => Promise<Answer<Ways>>
export type FindSlots = (wish: SlotsWish) => Promise<Answer<PickableDay[]>>
export type NamedAdviser = { id: string; name: string; nameEn: string }

const BookingWay = dynamic(() => import('./booking-way').then((of) => of.BookingWay), { ssr: false })

type Props = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  advisers: NamedAdviser[]
  /** The wanted packages; null stands for work in own words. */
  work: ({ sameDay: boolean } | null)[]
  findSlots: FindSlots
  findOtherWays: FindOtherWays
  findWays: FindWays
  /** Goes on at another dealership with what was chosen and typed here. */
  goElsewhere: (code: string, part: Partial<Draft>) => void
}

/** Screen 3: a time that is really free. */
export function BookingWhen({
  draft,
  change,
  advisers,
  work,
  findSlots,
  findOtherWays,
  findWays,
  goElsewhere,
}: Props) {
  const words = useMessages(booking)
  const t = words.when
  const locale = useLocale()
  const format = useFormat()
  const { timeZone } = useReader()
  const [length, setLength] = useState(14)
  const wish = JSON.stringify({
    ...workWish(draft),
    adviserId: draft.adviserId,
    waiting: draft.waiting,
    days: length,
  } satisfies SlotsWish)
  const { days, refused, failed, again } = useSlots(wish, findSlots)
  const ways = useCallback(
    async (from: string | undefined) => {
      const { packageIds, operationIds, waiting, ...rest } = JSON.parse(wish) as SlotsWish
      const wishes = Math.min(10, rest.wishes + operationIds.length)
      const answer = await findOtherWays({ packageIds, wishes, waiting, from })
      return 'value' in answer ? answer.value : { sisters: [], quick: null }
    },
    [wish, findOtherWays],
  )
  const at = ({ startsAt, readyFrom, readyAt, discountBp }: Sister['times'][number]) => ({
    startsAt,
    readyFrom: readyFrom ?? '',
    readyAt: readyAt ?? '',
    discountBp,
    listFirst: '',
    listLast: '',
  })
  const chosen = days?.flatMap(({ slots }) => slots).find(({ startsAt }) => startsAt === draft.startsAt)
  return (
    <>
      <Choices
        legend={t.waiting}
        name="waiting"
        choices={[
          { value: 'waits', label: words.confirm.waits },
          { value: 'leaves', label: words.confirm.leaves },
        ]}
        value={draft.waiting}
        onChange={(waiting) => change({ waiting: waiting as Draft['waiting'] })}
      />
      <Field label={t.adviser} name="adviserId">
        <Select
          value={draft.adviserId}
          onChange={(event) => change({ adviserId: event.target.value })}
          options={[
            { value: '', label: t.anyAdviser },
            ...advisers.map((one) => ({
              value: one.id,
              label: locale === 'en' && one.nameEn ? one.nameEn : one.name,
            })),
          ]}
        />
      </Field>
      {failed ? (
        <Notice kind="danger" announce action={<Button onClick={again}>{t.retry}</Button>}>
          {refused?.text ?? t.failed}
        </Notice>
      ) : !days ? (
        <div role="status">
          <span className="sr-only">{t.loading}</span>
          <SkeletonRows rows={5} />
        </div>
      ) : (
        <>
          <SlotPicker
            days={days}
            value={draft.startsAt}
            adviserAsked={draft.adviserId !== ''}
            onChange={(slot) => change(at(slot))}
            otherWays={(from) => (
              <OtherWays
                from={from}
                find={ways}
                onQuick={(packageIds, slot) =>
                  change({ packageIds, wishes: [''], faulty: false, answers: {}, ...at(slot) })
                }
                onSister={({ code, packageIds }, time) =>
                  goElsewhere(code, { packageIds, adviserId: '', ...at(time) })
                }
              />
            )}
          />
          {chosen?.readyAt && (
            <p className="text-muted">
              {t.readyAt({ at: readyText(chosen, format) })}{' '}
              {isSameDay(
                work,
                { startsAt: new Date(chosen.startsAt), promisedAt: new Date(chosen.readyAt) },
                timeZone,
              ) && <Badge tone="celadon">{words.wish.sameDay}</Badge>}
            </p>
          )}
          {draft.waiting === 'leaves' && chosen && (
            <BookingWay draft={draft} readyAt={chosen.readyAt ?? ''} change={change} findWays={findWays} />
          )}
          {(draft.listFirst || days.some(({ state }) => state === 'full')) && (
            <WaitingChoice
              listFirst={draft.listFirst}
              listLast={draft.listLast}
              listParts={draft.listParts}
              from={days[0]?.day ?? ''}
              to={days[Math.min(6, days.length - 1)]?.day ?? ''}
              onChange={(list) =>
                change(list.listFirst ? { ...list, startsAt: '', readyFrom: '', readyAt: '' } : list)
              }
            />
          )}
          {length < 28 && (
            <Button variant="quiet" className="-ml-4 justify-self-start" onClick={() => setLength(28)}>
              {t.later}
            </Button>
          )}
        </>
      )}
    </>
  )
}

type Found = { wish: string; days: PickableDay[] | null; refused?: Refused }

/** The slots for a wish (as JSON), read anew whenever it changes. */
function useSlots(wish: string, findSlots: FindSlots) {
  const [answer, setAnswer] = useState<Found | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    findSlots(JSON.parse(wish) as SlotsWish).then(
      (found) =>
        current &&
        setAnswer(
          'value' in found
            ? { wish, days: found.value }
            : { wish, days: null, ...('refused' in found ? { refused: found.refused } : {}) },
        ),
      () => current && setAnswer({ wish, days: null }),
    )
    return () => {
      current = false
    }
  }, [wish, findSlots, attempt])
  const again = useCallback(() => {
    setAnswer(null)
    setAttempt((n) => n + 1)
  }, [])
  const fresh = answer?.wish === wish
  return {
    days: fresh ? answer.days : null,
    refused: fresh ? answer.refused : undefined,
    failed: fresh && answer.days === null,
    again,
  }
}
