import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { releaseParts } from '@/lib/parts/server/reservations'
import { command } from '@/lib/server/doors'
import { LeaveWithoutOrder } from '../schemas'
import { freeCapacityOfVisit } from './free-capacity'
import { moveVisit, visitRow } from './visit-row'

/** The customer drives off again; the reason is kept, and parts and minutes of a booking are given back. Refuses with `visit.has-order` while an order of the visit lives. */
export const leaveWithoutOrder = command(
  'visit.leave',
  LeaveWithoutOrder,
  async ({ tx, actor, now }, { visitId, reason }) => {
    const { dealershipId } = actor
    const visit = await visitRow(tx, dealershipId, visitId)
    const order = await tx.repairOrder.findFirst({
      where: { dealershipId, visitId, status: { not: 'cancelled' } },
      select: { no: true },
    })
    if (order) throw new Refusal('visit.has-order', { no: order.no })
    if (visit.appointmentId) {
      await releaseParts(tx, { dealershipId, appointmentId: visit.appointmentId })
      await freeCapacityOfVisit(tx, { dealershipId, visitId }, now)
    }
    const status = await moveVisit(tx, visit, 'leave', { leftAt: now, leftReason: reason })
    return { result: { status }, subject: { type: 'visit', id: visitId }, visitId, facts: { reason } }
  },
)
