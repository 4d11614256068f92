'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { DialogFooter, Sheet } from '@/components/ui/dialog'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Submit } from '@/components/ui/submit'
import type { AgreedWay } from '@/lib/appointments/way'
import { booking } from '@/lib/i18n/booking'
import { ReasonFields } from './reason-fields'
import { SlotPicker, type PickableDay } from './slot-picker'
import { useFreeWays, WayChoice, type FindFreeWays } from './way-choice'

type Props = {
  appointmentId: string
  action: FormAction
  findSlots: () => Promise<PickableDay[]>
  /** How the car comes as agreed, and what is free at a time. */
  way: AgreedWay
  findWays: FindFreeWays
  label: string
  title: string
  okMessage?: string
  /** Somebody of the house notes it for the customer. */
  staff?: boolean
  /** More fields, such as the manager's reason for booking past capacity. */
  children?: ReactNode
}

/** A button that opens the free times, and moves the booking to the chosen one. */
export function MoveForm({
  appointmentId,
  action,
  findSlots,
  way,
  findWays,
  label,
  title,
  okMessage,
  staff,
  children,
}: Props) {
  const t = useMessages(booking)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [days, setDays] = useState<PickableDay[] | null>(null)
  const [{ startsAt, readyAt }, setSlot] = useState({ startsAt: '', readyAt: '' })
  const free = useFreeWays({ appointmentId, startsAt, readyAt }, findWays)
  useEffect(() => {
    if (!open) return
    let current = true
    findSlots().then((found) => current && setDays(found))
    return () => {
      current = false
    }
  }, [open, findSlots])
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={title}>
        <ActionForm action={action} onOk={() => setOpen(false)} okMessage={okMessage}>
          <input type="hidden" name="appointmentId" value={appointmentId} />
          <input type="hidden" name="startsAt" value={startsAt} />
          {days ? (
            <SlotPicker
              days={days}
              value={startsAt}
              onChange={(slot) => setSlot({ startsAt: slot.startsAt, readyAt: slot.readyAt ?? '' })}
            />
          ) : (
            <div role="status">
              <span className="sr-only">{t.when.loading}</span>
              <SkeletonRows rows={4} />
            </div>
          )}
          {startsAt && <WayChoice of={way} free={free} />}
          <ReasonFields staff={staff} />
          {children}
          <DialogFooter>
            <Submit size="large" block disabled={!startsAt}>
              {startsAt ? `${t.done.moveButton}: ${format.dateTime(startsAt)}` : t.when.choose}
            </Submit>
          </DialogFooter>
        </ActionForm>
      </Sheet>
    </>
  )
}
