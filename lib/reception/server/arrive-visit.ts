import 'server-only'
import { faultOf } from '@/lib/appointments/fault'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, secondsAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { nextNumber } from '@/lib/server/numbers'
import { enqueue } from '@/lib/server/outbox'
import { receiverOf } from '../receiver'
import { ArriveVisit } from '../schemas'
import { arrivingCar } from './arriving-car'
import { checkIn } from './check-in'
import { lastAnswers } from './last-answers'
import { proposedComeback } from './earlier-repairs'
import { presentReceivers } from './present-receivers'
import { freeReceptionBay } from './reception-bay'
import { tellManagers } from './tell-managers'
import { welcome } from './welcome'

/**
 * A car has reached the waiting bay: opens the visit, starts the greeting timer, chooses who receives it and the reception bay it is led
 * to, and sends the customer the link to the visit; the clock looks once more when the limit of the greeting is over. One open visit per car: refuses with `visit.already-open`.
 */
export const arriveVisit = command('visit.arrive', ArriveVisit, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const settings = await settingsOf(tx)
  const { timeZone } = await thisDealership(tx, dealershipId)
  const windowMonths = settings['booking.registerWindowMonths']
  const car = await arrivingCar(tx, input, { dealershipId, timeZone, windowMonths, now })
  const { booking, vehicleId, plate, senderId, ownerId, payerId } = car
  await checkNotHere(tx, dealershipId, vehicleId, plate)
  const missing = booking && (await checkIn(tx, { dealershipId, timeZone, settings, now }, booking.id))

  const customer = await tx.customer.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: senderId } },
  })
  const proposal = booking?.comebackOfId
    ? null
    : await proposedComeback(
        tx,
        {
          dealershipId,
          vehicleId,
          on: dayOf(now, timeZone),
          km: null,
          told: { texts: [input.purpose, booking?.concern], fault: faultOf(booking?.fault) },
        },
        now,
      )
  const receiver = receiverOf(
    {
      booked: !!booking,
      complaintSensitive: customer.complaintSensitive,
      comeback: !!booking?.comebackOfId || !!proposal,
      requestedId: booking?.requestedAdviserId ?? customer.preferredAdviserId,
      slotHolderId: booking?.adviserId ?? null,
    },
    await presentReceivers(tx, dealershipId, now),
  )
  const no = await nextNumber(tx, 'V', now, timeZone)
  const receptionBayId = await freeReceptionBay(tx, dealershipId)
  const { id: visitId } = await tx.visit.create({
    data: {
      dealershipId,
      no,
      appointmentId: booking?.id ?? null,
      vehicleId,
      senderId,
      ownerId,
      payerId,
      adviserId: receiver?.id ?? null,
      waiting: input.waiting ?? booking?.waiting ?? 'waits',
      reachBy: customer.phone,
      receptionBayId,
      arrivedAt: now,
      receptionRecord: {
        create: {
          customerStatement: input.purpose || toldWhenBooking(booking),
          freeWash: booking ? (await lastAnswers(tx, dealershipId, { vehicleId, senderId })).wash : null,
        },
      },
    },
    select: { id: true },
  })
  await welcome(tx, dealershipId, visitId, now)
  const limit = secondsAfter(now, settings['reception.greetSeconds'] + 1)
  await enqueue(tx, 'unmet-car', { dealershipId, visitId }, { key: `unmet-car:${visitId}`, runAt: limit })
  const special = { dealershipId, visitId, plate, no }
  if (customer.complaintSensitive) await tellManagers(tx, { ...special, why: 'sensitive' }, now)
  if (booking?.comebackOfId) await tellManagers(tx, { ...special, why: 'comeback' }, now)
  const facts = {
    no,
    plate,
    booked: !!booking,
    appointmentNo: booking?.no ?? null,
    adviserId: receiver?.id ?? null,
    receiverReason: receiver?.reason ?? null,
    ...(missing?.loaner ? { noLoaner: true } : {}),
    ...(missing?.pickUp ? { noDriver: true } : {}),
    ...(proposal ? { comebackProposed: proposal.no } : {}),
    managerNotice: customer.complaintSensitive || !!booking?.comebackOfId,
  }
  return {
    result: { visitId, no, adviserId: receiver?.id ?? null },
    subject: { type: 'visit', id: visitId },
    visitId,
    facts,
  }
})

/** What the customer said when booking, else what was booked: never asked again. */
const toldWhenBooking = (
  booking: { concern: string; appointmentItems: { description: string }[] } | undefined,
): string =>
  booking?.concern || (booking?.appointmentItems ?? []).map(({ description }) => description).join('；')

async function checkNotHere(tx: Tx, dealershipId: string, vehicleId: string, plate: string): Promise<void> {
  const open = await tx.visit.findFirst({
    where: { dealershipId, vehicleId, status: { notIn: ['closed', 'leftWithoutOrder'] } },
    select: { no: true },
  })
  if (open) throw new Refusal('visit.already-open', { plate, no: open.no })
}
