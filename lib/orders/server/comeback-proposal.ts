import 'server-only'
import { faultOf } from '@/lib/appointments/fault'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { seniorReceiver } from '@/lib/reception/receiver'
import { ofVisit } from '@/lib/reception/schemas'
import { proposedComeback } from '@/lib/reception/server/earlier-repairs'
import { presentReceivers } from '@/lib/reception/server/present-receivers'
import { query } from '@/lib/server/doors'

/**
 * The earlier repair this visit probably comes back for, with the adviser who should receive it (S2-62); null once somebody has
 * answered, when the booking or the order names the earlier one already, or when nothing that was told was repaired lately.
 */
export const comebackProposal = query(
  'order.tieComeback',
  ofVisit,
  async ({ tx, actor, now }, { visitId }) => {
    const { dealershipId } = actor
    const visit = await tx.visit.findUnique({
      where: { dealershipId_id: { dealershipId, id: visitId } },
      select: {
        vehicleId: true,
        status: true,
        adviserId: true,
        comebackAnsweredAt: true,
        appointment: { select: { comebackOfId: true, concern: true, fault: true } },
        receptionRecord: {
          select: { customerStatement: true, adviserConfirmation: true, odometerKm: true, faultCodes: true },
        },
        repairOrders: {
          where: { status: { not: 'cancelled' } },
          select: { comebackOfId: true, orderProblems: { select: { text: true } } },
        },
      },
    })
    if (!visit) throw new Refusal('common.not-found')
    const { appointment, receptionRecord: record, repairOrders: orders } = visit
    const isOver = visit.status === 'closed' || visit.status === 'leftWithoutOrder'
    const isNamed = appointment?.comebackOfId || orders.some(({ comebackOfId }) => comebackOfId)
    if (isOver || isNamed || visit.comebackAnsweredAt) return null
    const { timeZone } = await thisDealership(tx, dealershipId)
    const proposal = await proposedComeback(
      tx,
      {
        dealershipId,
        vehicleId: visit.vehicleId,
        on: dayOf(now, timeZone),
        km: record?.odometerKm ?? null,
        told: {
          texts: [
            record?.customerStatement,
            record?.adviserConfirmation,
            appointment?.concern,
            ...orders.flatMap(({ orderProblems }) => orderProblems.map(({ text }) => text)),
          ],
          fault: faultOf(appointment?.fault),
          codes: record?.faultCodes,
        },
      },
      now,
    )
    if (!proposal) return null
    const senior = seniorReceiver(await presentReceivers(tx, dealershipId, now))
    const person =
      senior && senior.id !== visit.adviserId
        ? await tx.staff.findUnique({
            where: { dealershipId_id: { dealershipId, id: senior.id } },
            select: { id: true, name: true, nameEn: true },
          })
        : null
    return { ...proposal, senior: person }
  },
)
export type ShownComeback = NonNullable<Awaited<ReturnType<typeof comebackProposal>>>
