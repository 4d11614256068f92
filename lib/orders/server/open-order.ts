import 'server-only'
import { appointmentFlow } from '@/lib/appointments/appointment'
import { isLocale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { lastAnswers } from '@/lib/reception/server/last-answers'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { nextNumber } from '@/lib/server/numbers'
import { bookingDiscountBp, labourDiscountFen } from '../discount'
import { problemsFrom } from '../problems'
import { OpenOrder, type OrderType } from '../schemas'
import { createLine } from './lines'
import { today } from './today'

/**
 * Opens the repair order of a visit whose customer has come to the desk: problems from the customer's statement and the
 * booking, lines from what was booked, old parts and payment as the customer had them the last time, nothing typed again
 * (S3-22, S3-42).
 * Refuses with `common.not-found`, `order.visit-not-at-desk` or `order.already-open`.
 */
export const openOrder = command('order.open', OpenOrder, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const visit = await visitOf(tx, dealershipId, input.visitId)
  if (visit.status !== 'atDesk') throw new Refusal('order.visit-not-at-desk', { status: visit.status })
  const open = await tx.repairOrder.findFirst({
    where: { visitId: visit.id, status: { not: 'cancelled' } },
    select: { no: true },
  })
  if (open) throw new Refusal('order.already-open', { no: open.no })

  const { appointment, receptionRecord: record } = visit
  const wanted = (appointment?.appointmentItems ?? []).filter(({ answer }) => answer !== 'declined')
  const { day, timeZone } = await today(tx, dealershipId, now)
  const { oldParts, paymentMethod } = await lastAnswers(tx, dealershipId, visit)
  const comebackOfId = input.comebackOfId ?? visit.comebackOfId ?? appointment?.comebackOfId ?? null
  const order = await tx.repairOrder.create({
    data: {
      dealershipId,
      no: await nextNumber(tx, 'R', now, timeZone),
      type: input.type ?? typeOf(comebackOfId, wanted),
      visitId: visit.id,
      vehicleId: visit.vehicleId,
      customerId: visit.senderId,
      adviserId: visit.adviserId ?? (actor.kind === 'staff' ? actor.id : null),
      comebackOfId,
      wash: record?.freeWash ?? null,
      oldParts,
      paymentMethod,
      customerLocale: isLocale(visit.sender.locale) ? visit.sender.locale : 'zh-CN',
      createdAt: now,
    },
    select: { id: true, no: true },
  })
  const problems = problemsFrom(
    record?.customerStatement,
    appointment?.concern,
    ...wanted.map((item) => item.description),
  )
  await tx.orderProblem.createMany({
    data: problems.map((text, i) => ({ dealershipId, orderId: order.id, position: i + 1, text })),
  })
  const place = { dealershipId, orderId: order.id, model: visit.vehicle.model, day }
  for (const { packageId, operationId } of wanted) {
    if (packageId) await createLine(tx, place, { packageId })
    else if (operationId) await createLine(tx, place, { operationId })
  }
  if (appointment?.status === 'arrived')
    await tx.appointment.update({
      where: { dealershipId_id: { dealershipId, id: appointment.id } },
      data: { status: appointmentFlow.next(appointment.status, 'convert') },
      select: { id: true },
    })
  if (appointment)
    await giveBookingDiscount(
      tx,
      { dealershipId, orderId: order.id, appointmentId: appointment.id },
      {
        bookedAhead: dayOf(appointment.createdAt, timeZone) < day,
        quietBp: appointment.discountBp,
      },
    )
  return {
    result: order,
    subject: { type: 'order', id: order.id },
    visitId: visit.id,
    facts: {
      no: order.no,
      plate: visit.vehicle.plate,
      problems: problems.length,
      booked: Boolean(appointment),
    },
  }
})

async function visitOf(tx: Tx, dealershipId: string, id: string) {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      vehicle: { select: { plate: true, model: true } },
      sender: { select: { locale: true } },
      receptionRecord: { select: { customerStatement: true, freeWash: true } },
      appointment: { include: { appointmentItems: { orderBy: { position: 'asc' } } } },
    },
  })
  if (!visit) throw new Refusal('common.not-found')
  return visit
}

const typeOf = (comebackOfId: string | null, wanted: readonly { packageId: string | null }[]): OrderType => {
  if (comebackOfId) return 'comeback'
  return wanted.some(({ packageId }) => packageId) ? 'maintenance' : 'generalRepair'
}

/**
 * Takes off the labour of every line what the booking promised: the perk of who booked ahead or what a reminder offered for it
 * (S1-06, S1-86), or the discount of a quiet time, whichever is best for the customer, never two.
 */
async function giveBookingDiscount(
  tx: Tx,
  { dealershipId, orderId, appointmentId }: { dealershipId: string; orderId: string; appointmentId: string },
  { bookedAhead, quietBp }: { bookedAhead: boolean; quietBp: number },
): Promise<void> {
  const { 'discount.earlyBookingBp': usualBp } = await settingsOf(tx)
  const offered = await tx.contactTask.findFirst({
    where: { dealershipId, appointmentId },
    orderBy: { discountBp: 'asc' },
    select: { discountBp: true },
  })
  const shareBp = Math.min(usualBp, offered?.discountBp ?? usualBp)
  const offBp = bookingDiscountBp(bookedAhead ? 10_000 - shareBp : 0, quietBp)
  if (offBp === 0) return
  const jobs = await tx.job.findMany({ where: { orderId }, select: { id: true, labourFen: true } })
  for (const { id, labourFen } of jobs) {
    const discountFen = labourDiscountFen(labourFen, offBp)
    await tx.job.update({ where: { dealershipId_id: { dealershipId, id } }, data: { discountFen } })
  }
}
