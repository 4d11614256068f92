'use client'

import { useState } from 'react'
import { useFormat, useMessages, useReader } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { DialogFooter, Sheet } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Plate } from '@/components/visit/plate'
import type { BoardCard } from '@/lib/appointments/booking-board'
import type { WayWish } from '@/lib/appointments/way'
import { dayOf, instant, timeOf } from '@/lib/core/time'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { OverrideReason } from '../override-reason'
import { ReasonFields } from '../reason-fields'
import { WayChoice } from '../way-choice'
import { isMovable } from './card'
import { ConsequenceView } from './consequence'
import { useConsequence, type AskConsequence } from './use-consequence'

/** A car and where it was put down; an empty time while nothing was chosen. */
export type MoveDraft = { card: BoardCard; startsAt: string; adviserId: string }
export type MoveActions = { move: FormAction; consequence: AskConsequence }

type Props = {
  draft: MoveDraft | null
  onClose: () => void
  advisers: { id: string; name: string }[]
  times: string[]
  mayMove: boolean
  mayOverride: boolean
  actions: MoveActions
}

/** Beside the board: the car, where it would go, what follows, and the yes with its reason. All of it works without dragging. */
export function MovePanel({ draft, onClose, ...rest }: Props) {
  const t = useMessages(bookingBoard)
  return (
    <Sheet open={draft !== null} onClose={onClose} title={t.move.title}>
      {draft && <MoveForm key={draft.card.id} {...{ draft, onClose }} {...rest} />}
    </Sheet>
  )
}

function MoveForm({
  draft: { card, ...wish },
  onClose,
  advisers,
  times,
  mayMove,
  mayOverride,
  actions,
}: Props & { draft: MoveDraft }) {
  const t = useMessages(bookingBoard)
  const format = useFormat()
  const { timeZone } = useReader()
  const start = wish.startsAt || card.startsAt
  const [day, setDay] = useState(dayOf(new Date(start), timeZone))
  const [time, setTime] = useState(timeOf(new Date(start), timeZone))
  const [adviserId, setAdviserId] = useState(wish.adviserId)
  const [way, setWay] = useState<WayWish>({ way: 'kept', pickUpAddress: '' })
  const startsAt = day && time ? instant(day, time, timeZone).toISOString() : ''
  const stays = +new Date(startsAt) === +card.startsAt && (!adviserId || adviserId === card.adviserId)
  const movable = mayMove && isMovable(card)
  const asked = movable && startsAt && !stays ? { appointmentId: card.id, startsAt, adviserId, ...way } : null
  const answer = useConsequence(actions.consequence, asked)
  const possible = answer.shown?.possible ? answer.shown : null
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <span className="flex flex-wrap items-center gap-2">
          <Plate plate={card.plate} />
          <strong>{card.customer}</strong>
        </span>
        <span>{card.work.join(' · ')}</span>
        <span className="text-muted tabular">
          {t.move.now({ at: format.dateTime(card.startsAt), name: card.adviser || t.noAdviser })}
        </span>
        <Link
          href={`/appointments/${card.id}`}
          className="text-celadon-ink desk:min-h-8 flex min-h-11 w-fit items-center underline underline-offset-4"
        >
          {t.card.open} {card.no}
        </Link>
      </div>
      {!movable ? (
        <Notice kind="info">{t.move.cannot}</Notice>
      ) : (
        <ActionForm action={actions.move} okMessage={t.move.done} onOk={onClose}>
          <input type="hidden" name="appointmentId" value={card.id} />
          <input type="hidden" name="startsAt" value={startsAt} />
          <div className="grid grid-cols-2 gap-3">
            <Field label={t.move.day} name="day" required>
              <DateInput value={day} onChange={(event) => setDay(event.currentTarget.value)} />
            </Field>
            <Field label={t.move.time} name="time" required>
              <Select
                value={time}
                onChange={(event) => setTime(event.currentTarget.value)}
                options={[...new Set([...times, time])].sort().map((value) => ({ value, label: value }))}
              />
            </Field>
          </div>
          <Field label={t.move.adviser} name="adviserId">
            <Select
              value={adviserId}
              onChange={(event) => setAdviserId(event.currentTarget.value)}
              options={[
                { value: '', label: t.move.anyAdviser },
                ...advisers.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
          <WayChoice of={card.way} free={answer.shown?.ways ?? null} onChange={setWay} />
          <ConsequenceView
            {...answer}
            onTake={(at) => {
              setDay(dayOf(new Date(at), timeZone))
              setTime(timeOf(new Date(at), timeZone))
            }}
          />
          <ReasonFields staff />
          {possible?.over && mayOverride && <OverrideReason required urgent={card.urgent} />}
          <DialogFooter>
            <Submit size="large" block disabled={!possible}>
              {possible ? t.move.submit({ at: format.dateTime(startsAt) }) : t.move.choose}
            </Submit>
          </DialogFooter>
        </ActionForm>
      )}
    </div>
  )
}
