import 'server-only'
import { may } from '@/lib/auth/permissions'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { appointmentFlow, isOpen } from '../appointment'
import { faultOf } from '../fault'
import { reasonText, type ChangeReason } from '../reason'
import { checkChangeable } from '../slot-rules'
import { wayAfter, type WayWish } from '../way'
import type { WishItem } from '../work'
import { arrangeWay } from './arrange-way'
import { passOnPhotos } from './fault-photos'
import { freeCapacityOf, type HeldAppointment } from './held-appointment'
import { passOnProposals } from './keep-proposals'
import { placeAppointment } from './place-appointment'
import { settleWaiting } from './settle-waiting'
import { tellAppointment } from './tell-appointment'

type Move = WayWish & {
  startsAt: Date
  adviserId?: string
  overrideReason: string
  urgent?: boolean
  reason: ChangeReason
  note: string
}

/**
 * Moves a booking that is held: the old one is closed with its reason and gives its capacity back, a new one linked to it takes the
 * new time with its parts, drivers and loaner car, or comes another way; the customer is told and the link follows. What a missed
 * booking has given back is set aside anew.
 */
export async function moveHeld(tx: Tx, actor: Actor, held: HeldAppointment, input: Move, now: Date) {
  const { dealershipId } = actor
  if (input.overrideReason && !may(actor, 'appointment.override'))
    throw new Refusal('appointment.override-needs-manager')
  const settings = await settingsOf(tx)
  const status = appointmentFlow.next(held.status, 'reschedule')
  if (actor.kind === 'customer') checkChangeable(held.startsAt, now, settings['booking.changeUntilMinutes'])
  if (
    held.startsAt.getTime() === input.startsAt.getTime() &&
    (input.adviserId ?? held.adviserId) === held.adviserId
  )
    throw new Refusal('appointment.same-time')
  const way = wayAfter(held, input)
  await freeCapacityOf(tx, held)
  await settleWaiting(tx, held, 'taken')
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id: held.id } },
    data: { status, reason: reasonText(input.reason, input.note) },
    select: { id: true },
  })
  const placed = await placeAppointment(tx, {
    dealershipId,
    timeZone: held.dealership.timeZone,
    now,
    settings,
    startsAt: input.startsAt,
    items: itemsOf(held),
    adviserId: input.adviserId ?? held.requestedAdviserId ?? held.adviserId,
    selfService: actor.kind !== 'staff',
    pastCapacity: input.overrideReason !== '',
    partsFrom: isOpen(held.status) ? held.id : undefined,
    details: {
      ...carriedOver(held),
      ...way,
      requestedAdviserId: input.adviserId ?? held.requestedAdviserId,
      overrideReason: input.overrideReason || null,
      urgent: input.urgent || held.urgent,
      rescheduledFromId: held.id,
      createdById: actor.kind === 'staff' ? actor.id : null,
    },
  })
  await arrangeWay(
    tx,
    { dealershipId, appointmentId: placed.id },
    { startsAt: input.startsAt, promisedAt: placed.promisedAt },
    way,
    settings,
  )
  await passOnPhotos(tx, { dealershipId, appointmentId: held.id }, placed.id)
  await passOnProposals(tx, { dealershipId, appointmentId: held.id }, placed.id)
  const links = { dealershipId, appointmentId: held.id, revokedAt: null }
  await tx.accessLink.updateMany({ where: links, data: { appointmentId: placed.id } })
  const token = await createLink(
    tx,
    { dealershipId, customerId: held.customerId, appointmentId: placed.id },
    now,
  )
  await tellAppointment(tx, 'appointment-moved', dealershipId, placed.id, now, token)
  if (placed.provisional && held.status !== 'waitingParts')
    await tellAppointment(tx, 'appointment-provisional', dealershipId, placed.id, now)
  return placed
}

export const itemsOf = (held: Pick<HeldAppointment, 'appointmentItems'>): WishItem[] =>
  held.appointmentItems.map(
    ({
      packageId,
      operationId,
      description,
      minutes,
      labourFen,
      partsFen,
      skill,
      bayKind,
      quickLane,
      minGrade,
    }) => ({
      packageId,
      operationId,
      description,
      minutes,
      labourFen,
      partsFen,
      skill,
      bayKind,
      quickLane,
      minGrade,
    }),
  )

const toldOf = (held: HeldAppointment) => {
  const fault = faultOf(held.fault)
  return fault ? { fault } : {}
}

const carriedOver = (held: HeldAppointment) => ({
  status: held.status === 'waitingParts' ? ('waitingParts' as const) : ('confirmed' as const),
  kind: held.kind,
  channel: held.channel,
  customerId: held.customerId,
  vehicleId: held.vehicleId,
  waiting: held.waiting,
  concern: held.concern,
  ...toldOf(held),
  remarks: held.remarks,
  difficult: held.difficult,
  plan: held.plan,
  comebackOfId: held.comebackOfId,
  readBackAt: held.readBackAt,
  odometerKm: held.odometerKm,
})
