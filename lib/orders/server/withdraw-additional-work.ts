import 'server-only'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { OPEN_REQUESTS } from '../additional-work'
import { WithdrawAdditionalWork } from '../schemas'
import { additionalWorkOf, type OrderRow } from './order-of'
import { moveAdditionalWork, moveJob } from './order-status'
import { tellParties } from './tell-customer'

type Request = Awaited<ReturnType<typeof additionalWorkOf>>['request']

/**
 * The adviser takes an unanswered request back with the reason, so that it no longer holds up the car. Advised for later, its
 * lines and its finding stay as suggestions (S7-13). A customer who had it in hand is told. Refuses with `status.not-from-here`.
 */
export const withdrawAdditionalWork = command(
  'additionalWork.withdraw',
  WithdrawAdditionalWork,
  async ({ tx, actor, now }, { additionalWorkId, reason, advise }) => {
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    await withdrawRequest(tx, request, { reason, advise })
    await tellWithdrawn(tx, order, request, now)
    return {
      result: { additionalWorkId },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
      facts: { no: order.no, what: request.what, reason, advise },
    }
  },
)

/** Takes a request and its lines back; see `withdrawAdditionalWork`. */
export async function withdrawRequest(
  tx: Tx,
  request: Request,
  { reason, advise }: { reason: string; advise: boolean },
): Promise<void> {
  const { dealershipId, findingId } = request
  await moveAdditionalWork(tx, request, 'withdraw', { withdrawnReason: reason, contentHash: null })
  for (const job of request.jobs)
    if (advise) await moveJob(tx, job, 'decline', { declineReason: reason })
    else await moveJob(tx, job, 'cancel')
  if (advise && findingId && request.jobs.length === 0)
    await tx.finding.update({
      where: { dealershipId_id: { dealershipId, id: findingId } },
      data: { suggestion: true },
      select: { id: true },
    })
}

/** With a line the open request that was to put a price to it goes too: a later yes would charge for what is free or gone. */
export async function withdrawPriceRequest(
  tx: Tx,
  order: OrderRow,
  { dealershipId, pricedById }: { dealershipId: string; pricedById: string | null },
  reason: string,
  now: Date,
): Promise<void> {
  if (!pricedById) return
  const request = await tx.additionalWork.findFirst({
    where: { dealershipId, id: pricedById, status: { in: [...OPEN_REQUESTS] } },
    include: { jobs: { orderBy: { position: 'asc' }, include: { jobParts: true, jobShares: true } } },
  })
  if (!request) return
  await withdrawRequest(tx, request, { reason, advise: false })
  await tellWithdrawn(tx, order, request, now)
}

async function tellWithdrawn(tx: Tx, order: OrderRow, { id, what, revision, status }: Request, now: Date) {
  if (status !== 'sent' && status !== 'expired') return
  await tellParties(
    tx,
    order,
    'additional-work-withdrawn',
    { what },
    now,
    `request-withdrawn:${id}:${revision}`,
  )
}
