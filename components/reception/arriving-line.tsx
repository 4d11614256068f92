'use client'

import clsx from 'clsx'
import { Handshake, LogIn, Square } from 'lucide-react'
import { useFormat, useMessages, useNow } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Submit } from '@/components/ui/submit'
import { reception } from '@/lib/i18n/reception'
import type { Arriving } from '@/lib/reception/arrivals'
import { LaneLine } from './lane-line'
import { StaffName } from './person-name'
import { VisitBadges } from './visit-badges'

type Props = {
  car: Arriving
  arrive?: FormAction
  /** For the adviser of the car who stands in front of the customer: arrived and greeted, then the record. */
  receive?: FormAction
  prepare?: FormAction
}

/** A booked car of today: the clock to its arrival, whether all is prepared, and one tap when it stands there. */
export function ArrivingLine({ car, arrive, receive, prepare }: Props) {
  const t = useMessages(reception)
  const format = useFormat()
  const minutes = Math.round((car.startsAt.getTime() - useNow()) / 60_000)
  const words = car.wishes.length ? car.wishes.join(' · ') : car.concern
  return (
    <LaneLine
      {...car}
      next={
        <>
          {receive && (
            <ActionForm action={receive} className="gap-2!">
              <input type="hidden" name="appointmentId" value={car.appointmentId} />
              <Submit
                variant={minutes <= 30 ? 'primary' : 'secondary'}
                icon={<Handshake aria-hidden className="size-4" />}
              >
                {t.today.actions.receive}
              </Submit>
            </ActionForm>
          )}
          {arrive && (
            <ActionForm action={arrive} className="gap-2!">
              <input type="hidden" name="appointmentId" value={car.appointmentId} />
              <Submit
                variant={minutes <= 30 && !receive ? 'primary' : 'secondary'}
                icon={<LogIn aria-hidden className="size-4" />}
              >
                {t.today.actions.arrive}
              </Submit>
            </ActionForm>
          )}
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={clsx('tabular font-medium', minutes < 0 && 'text-vermilion-ink')}>
          {minutes >= 0
            ? t.today.inMinutes({ duration: format.duration(minutes) })
            : t.today.overdue({ duration: format.duration(-minutes) })}
        </span>
        <VisitBadges
          bookedFor={car.startsAt}
          vip={car.vip}
          sensitive={car.sensitive}
          comeback={!!car.comebackNo}
          waiting={car.waiting}
        />
        <Prepared car={car} />
        <ReceptionTask car={car} minutes={minutes} prepare={prepare} />
      </div>
      {words && <p className="text-sm">{words}</p>}
      <p className="text-muted text-sm">
        {t.adviser} <StaffName person={car.adviser} none={t.nobody} />
      </p>
    </LaneLine>
  )
}

/** S1-80: within the hour the reception of the car is prepared; the line says so, and that it is done. */
function ReceptionTask({ car, minutes, prepare }: Pick<Props, 'car' | 'prepare'> & { minutes: number }) {
  const t = useMessages(reception).today
  if (car.receptionPrepared) return <Status shape="done">{t.receptionPrepared}</Status>
  if (!prepare || minutes > 60 || car.status === 'noShow' || car.status === 'requested') return null
  return (
    <ActionForm action={prepare} className="gap-0!" aria-label={t.prepareReception}>
      <input type="hidden" name="appointmentId" value={car.appointmentId} />
      <input type="hidden" name="kind" value="reception" />
      <input type="hidden" name="done" value="on" />
      <Submit size="small" variant="secondary" icon={<Square aria-hidden className="size-4" />}>
        {t.prepareReception}
      </Submit>
    </ActionForm>
  )
}

/** S1-83: what the day of the customer already looks like from the inside. */
function Prepared({ car: { status, preparedTasks, allTasks } }: { car: Arriving }) {
  const t = useMessages(reception).today
  if (status === 'noShow') return <Status shape="late">{t.noShow}</Status>
  if (status === 'requested') return <Status shape="waiting">{t.requested}</Status>
  if (status === 'waitingParts') return <Status shape="waiting">{t.waitingParts}</Status>
  if (status === 'ready') return <Status shape="done">{t.prepared}</Status>
  if (allTasks === 0) return <Status shape="open">{t.notPrepared}</Status>
  return (
    <Status shape={preparedTasks === allTasks ? 'done' : 'open'}>
      {t.preparing({ done: preparedTasks, all: allTasks })}
    </Status>
  )
}
