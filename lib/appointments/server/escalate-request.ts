import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { tell } from '@/lib/server/outbox'
import { heldRequest } from './answer-request'

/**
 * The clock hands a request that nobody answered in time to the service managers: one event, and one message to each of them whose
 * number is known. Refuses `status.not-from-here` when it was answered or handed over meanwhile.
 */
export const escalateRequest = command(
  'request.escalate',
  z.object({ requestId: id }),
  async ({ tx, actor: { dealershipId }, now }, { requestId }) => {
    const { answeredAt, escalatedAt, dueAt, channel, plate, receivedAt } = await heldRequest(
      tx,
      dealershipId,
      requestId,
    )
    if (answeredAt || escalatedAt || dueAt > now)
      throw new Refusal('status.not-from-here', {
        from: answeredAt ? 'answered' : 'open',
        action: 'escalate',
      })
    await tx.serviceRequest.update({
      where: { dealershipId_id: { dealershipId, id: requestId } },
      data: { escalatedAt: now },
      select: { id: true },
    })
    const told = await tellManagers(tx, { dealershipId, requestId, now, plate, receivedAt })
    return {
      result: { told },
      subject: { type: 'request', id: requestId },
      facts: { channel, plate, dueAt: dueAt.toISOString(), told },
    }
  },
)

type Late = { dealershipId: string; requestId: string; now: Date; plate: string; receivedAt: Date }

async function tellManagers(tx: Tx, { dealershipId, requestId, now, plate, receivedAt }: Late) {
  const managers = await tx.staff.findMany({
    where: { dealershipId, disabledAt: null, roles: { has: 'serviceManager' }, phone: { not: '' } },
    select: { id: true, phone: true, name: true, account: { select: { locale: true } } },
  })
  const house = await tx.dealership.findUniqueOrThrow({
    where: { id: dealershipId },
    select: { name: true, timeZone: true },
  })
  for (const { id: staffId, phone, name, account } of managers)
    await tell(tx, {
      dealershipId,
      template: 'request-overdue',
      recipient: phone,
      locale: account?.locale ?? 'zh-CN',
      at: now,
      dedupeKey: `request-overdue:${requestId}:${staffId}`,
      facts: {
        name,
        plate,
        receivedAt: receivedAt.toISOString(),
        dealership: house.name,
        timeZone: house.timeZone,
      },
    })
  return managers.length
}

/** Requests whose time is over and that nobody was called for yet. */
export async function overdueRequests(tx: Tx, now: Date): Promise<{ requestId: string }[]> {
  const late = await tx.serviceRequest.findMany({
    where: { answeredAt: null, escalatedAt: null, dueAt: { lte: now } },
    orderBy: { dueAt: 'asc' },
    take: 200,
    select: { id: true },
  })
  return late.map(({ id: requestId }) => ({ requestId }))
}
