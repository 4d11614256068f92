'use client'

import type { ReactNode } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { PageHeader } from '@/components/shell/page-header'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status, type StatusShape } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'
import { greetingSeconds, isGreetedLate } from '@/lib/reception/greeting'
import { inquirySeconds, receptionStage } from '@/lib/reception/stages'
import type { VisitStatus } from '@/lib/reception/visit'
import { PersonName, StaffName } from './person-name'
import { VisitBadges } from './visit-badges'

type Props = {
  visit: {
    id: string
    no: string
    status: VisitStatus
    arrivedAt: Date
    greetedAt: Date | null
    inspectionStartedAt: Date | null
    bay: { name: string; nameEn: string } | null
    greetSeconds: number
    booking: { startsAt: Date } | null
    comebackOf: { no: string } | null
    adviser: { name: string; nameEn: string } | null
    sender: { name: string; formOfAddress: string; vip: boolean; fresh: boolean; sensitive: boolean }
    vehicle: { plate: string; brand: string; model: string; colour: string }
    waiting: 'waits' | 'leaves'
  }
  takeOver?: FormAction
  action?: ReactNode
  children?: ReactNode
}

const SHAPES: Record<VisitStatus, StatusShape> = {
  waitingGreeting: 'waiting', greeted: 'now', inspecting: 'now', recordSigned: 'done', atDesk: 'now', ordered: 'done', closed: 'done',
  leftWithoutOrder: 'off',
} // prettier-ignore

/** Plate, customer, state and the ribbon of the visit that is being received. */
export function VisitHead({ visit, takeOver, action, children }: Props) {
  const t = useMessages(reception)
  const words = useMessages(floor)
  const locale = useLocale()
  const format = useFormat()
  const { sender, vehicle, booking, arrivedAt, greetedAt, greetSeconds: limit } = visit
  const seconds = greetedAt ? greetingSeconds(arrivedAt, greetedAt, greetedAt) : null
  const asked = inquirySeconds(greetedAt, visit.inspectionStartedAt)
  const stage = receptionStage(visit.status)
  const car = [vehicle.brand, vehicle.model, vehicle.colour].filter(Boolean).join(' ')
  return (
    <PageHeader
      back={{ href: '/reception', label: t.back }}
      title={
        <>
          <Plate plate={vehicle.plate} size="large" />
          <PersonName {...sender} />
        </>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{car}</span>
          <Status shape={SHAPES[visit.status]}>{t.statuses[visit.status]}</Status>
          <VisitBadges
            bookedFor={booking?.startsAt ?? null}
            vip={sender.vip}
            sensitive={sender.sensitive}
            comeback={!!visit.comebackOf}
            waiting={visit.waiting}
          />
          <span className="tabular">{format.dateTime(arrivedAt)}</span>
          {seconds !== null && isGreetedLate(seconds, limit) && (
            <Status shape="late">{t.greeting.missed({ seconds: Math.min(seconds, 5999), limit })}</Status>
          )}
          {seconds !== null && !isGreetedLate(seconds, limit) && (
            <Status shape="done">{t.greeting.kept({ seconds })}</Status>
          )}
          {asked !== null && (
            <span className="tabular">
              {words.inquiry} {t.secondsShort({ seconds: Math.min(asked, 5999) })}
            </span>
          )}
          {stage && <span>{words.stages[stage]}</span>}
          {visit.bay && (stage === 'prepare' || stage === 'carryOut') && (
            <span className="font-medium">{words.bays.to({ bay: nameIn(visit.bay, locale) })}</span>
          )}
          <span>
            {t.adviser} <StaffName person={visit.adviser} none={t.nobody} />
          </span>
        </span>
      }
      action={
        <>
          {takeOver && (
            <ActionForm action={takeOver} okMessage={t.takenOver}>
              <input type="hidden" name="visitId" value={visit.id} />
              <Submit variant="secondary">{t.takeOver}</Submit>
            </ActionForm>
          )}
          {action}
        </>
      }
    >
      {children}
      {sender.sensitive && <Notice kind="danger">{t.sensitiveLead}</Notice>}
      {visit.comebackOf && <Notice kind="warning">{t.comeback({ no: visit.comebackOf.no })}</Notice>}
    </PageHeader>
  )
}
