'use client'

import { useEffect, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Submit } from '@/components/ui/submit'
import type { ConfirmationStage } from '@/lib/appointments/confirmation'
import type { AgreedWay } from '@/lib/appointments/way'
import { booking } from '@/lib/i18n/booking'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { ReasonFields } from './reason-fields'
import { SlotPicker, type PickableDay } from './slot-picker'
import { useFreeWays, WayChoice, type FindFreeWays } from './way-choice'

type Props = {
  appointmentId: string
  action: FormAction
  stage: ConfirmationStage
  /** The free times of the booking, for a customer who wants another one. */
  findTimes: (appointmentId: string) => Promise<PickableDay[]>
  /** How the car comes as agreed, and what is free at a time. */
  way: AgreedWay
  findWays: FindFreeWays
  onOk?: () => void
}

/** Notes a contact of the loop of confirmation (F06): when, how, what came of it, why, thanked; another time is taken with it. */
export function ConfirmationForm({ appointmentId, action, stage, findTimes, way, findWays, onOk }: Props) {
  const t = useMessages(bookingBoard).tasks
  const missed = stage === 'missed'
  const [result, setResult] = useState(missed ? 'reschedules' : 'keeps')
  const results = missed
    ? (['reschedules', 'cancels', 'notReached'] as const)
    : (['keeps', 'reschedules', 'cancels', 'notReached'] as const)
  return (
    <ActionForm action={action} okMessage={t.noted} onOk={onOk}>
      <input type="hidden" name="appointmentId" value={appointmentId} />
      {missed ? (
        <input type="hidden" name="stage" value={stage} />
      ) : (
        <Choices
          legend={t.stage}
          name="stage"
          defaultValue={stage}
          choices={(['dayBefore', 'hourBefore'] as const).map((value) => ({ value, label: t.stages[value] }))}
        />
      )}
      <Choices
        legend={t.channel}
        name="channel"
        defaultValue="phone"
        choices={(['phone', 'sms', 'wechat', 'store'] as const).map((value) => ({
          value,
          label: t.channels[value],
        }))}
      />
      <Choices
        legend={t.result}
        name="result"
        value={result}
        onChange={setResult}
        choices={results.map((value) => ({ value, label: t.results[value] }))}
      />
      {result === 'reschedules' && <NewTime {...{ appointmentId, findTimes, way, findWays }} />}
      {(result === 'cancels' || result === 'reschedules') && (
        <ReasonFields staff optional={result === 'cancels' && !missed} />
      )}
      {result !== 'notReached' && <Checkbox name="thanked" label={t.thanked} />}
      <Submit variant={result === 'cancels' ? 'danger' : 'primary'} className="justify-self-start">
        {t.call}
      </Submit>
    </ActionForm>
  )
}

function NewTime({
  appointmentId,
  findTimes,
  way,
  findWays,
}: Pick<Props, 'appointmentId' | 'findTimes' | 'way' | 'findWays'>) {
  const t = useMessages(bookingBoard).tasks
  const words = useMessages(booking).when
  const [days, setDays] = useState<PickableDay[] | null>(null)
  const [{ startsAt, readyAt }, setSlot] = useState({ startsAt: '', readyAt: '' })
  const free = useFreeWays({ appointmentId, startsAt, readyAt }, findWays)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    findTimes(appointmentId).then(
      (found) => current && setDays(found),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [findTimes, appointmentId])
  return (
    <div role="group" aria-label={t.times} className="grid gap-4">
      <input type="hidden" name="startsAt" value={startsAt} />
      {days ? (
        <SlotPicker
          days={days}
          value={startsAt}
          onChange={(slot) => setSlot({ startsAt: slot.startsAt, readyAt: slot.readyAt ?? '' })}
        />
      ) : failed ? (
        <Notice kind="danger" announce>
          {words.failed}
        </Notice>
      ) : (
        <SkeletonRows rows={3} />
      )}
      {startsAt && <WayChoice of={way} free={free} />}
    </div>
  )
}
