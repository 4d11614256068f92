import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { command } from '@/lib/server/doors'
import { reservationFlow } from '../reservation'
import { OrderPart } from '../schemas'
import { wakeBooking } from './reservations'

/** Notes that a part a line waits for has been ordered, and when it is expected; ordering again moves the day. */
export const orderPart = command(
  'stock.order',
  OrderPart,
  async ({ tx, actor, now }, { reservationId, expectedOn }) => {
    const { dealershipId } = actor
    const where = { dealershipId_id: { dealershipId, id: reservationId } }
    const reservation = await tx.partReservation.findUnique({
      where,
      include: {
        part: { select: { no: true, name: true } },
        job: { select: { order: { select: { visitId: true } } } },
      },
    })
    if (!reservation) throw new Refusal('common.not-found')
    const { timeZone } = await thisDealership(tx, dealershipId)
    if (expectedOn < dayOf(now, timeZone)) throw new Refusal('part.expected-in-the-past')
    const status = reservationFlow.next(reservation.status, 'order')
    await tx.partReservation.update({
      where,
      data: { status, expectedOn: toDateColumn(expectedOn) },
      select: { id: true },
    })
    const { appointmentId, jobId } = reservation
    if (appointmentId && !jobId) await wakeBooking(tx, dealershipId, appointmentId)
    return {
      result: { status },
      subject: { type: 'part', id: reservation.partId },
      visitId: reservation.job?.order.visitId ?? null,
      facts: {
        part: reservation.part.no,
        name: reservation.part.name,
        expectedOn,
        quantityMilli: reservation.quantityMilli,
      },
    }
  },
)
