import 'server-only'
import { timeOf } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { nextNumber } from '@/lib/server/numbers'
import { tell } from '@/lib/server/outbox'
import { clocksOf, type ComplaintType } from '../complaint'

type Raised = {
  dealershipId: string
  customerId: string
  vehicleId: string | null
  orderId: string | null
  visitId?: string | null
  followUpId?: string | null
  type: ComplaintType
  channel: 'phone' | 'online' | 'store'
  problem: string
  expectation?: string
}

/**
 * Opens a complaint and starts its clocks; while one about the same order is still open, that one is answered and no
 * second is made. The customer is told by when a first plan comes, and counts as complaint-sensitive from now on.
 */
export async function raiseComplaint(
  tx: Tx,
  raised: Raised,
  now: Date,
): Promise<{ id: string; no: string; isNew: boolean }> {
  const {
    dealershipId,
    customerId,
    vehicleId,
    orderId,
    visitId,
    followUpId,
    type,
    channel,
    problem,
    expectation = '',
  } = raised
  if (orderId) {
    const open = await tx.complaint.findFirst({
      where: { dealershipId, orderId, status: { not: 'closed' } },
      select: { id: true, no: true },
    })
    if (open) return { ...open, isNew: false }
  }
  const dealership = await thisDealership(tx, dealershipId)
  const clocks = clocksOf(now, await settingsOf(tx))
  const no = await nextNumber(tx, 'C', now, dealership.timeZone)
  const { id } = await tx.complaint.create({
    data: {
      dealershipId,
      no,
      type,
      channel,
      customerId,
      vehicleId,
      orderId,
      followUpId,
      problem,
      expectation,
      receivedAt: now,
      ...clocks,
    },
    select: { id: true },
  })
  const customer = await tx.customer.update({
    where: { dealershipId_id: { dealershipId, id: customerId } },
    data: { complaintSensitive: true },
    select: { name: true, phone: true, locale: true },
  })
  if (customer.phone)
    await tell(tx, {
      dealershipId,
      template: 'complaint.received',
      recipient: customer.phone,
      locale: customer.locale,
      facts: {
        name: customer.name,
        dealership: customer.locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name,
        no,
        planBy: timeOf(clocks.firstPlanDueAt, dealership.timeZone),
        phone: dealership.phone,
      },
      at: now,
      customerId,
      visitId: visitId ?? null,
      dedupeKey: `complaint:${id}`,
    })
  return { id, no, isNew: true }
}
