import 'server-only'
import type { Tx } from '@/lib/server/db'
import { askedContent } from '../additional-work-content'

/** Requests for additional work of an order, newest first, as they are put to the customer, with photos and answers. */
export async function requestsOf(
  tx: Tx,
  order: { id: string; no: string; promisedAt: Date | null },
  taxBp: number,
  now: Date,
  only?: { answeredOrSent: boolean },
) {
  const requests = await tx.additionalWork.findMany({
    where: { orderId: order.id, ...(only ? { sentAt: { not: null }, status: { not: 'withdrawn' } } : {}) },
    orderBy: { foundAt: 'desc' },
    include: {
      foundBy: { select: { name: true, nameEn: true } },
      finding: { select: { text: true, photoFileIds: true, urgent: true, faultClass: true } },
      jobs: {
        orderBy: { position: 'asc' },
        include: { jobParts: { orderBy: { id: 'asc' } }, jobShares: { orderBy: { id: 'asc' } } },
      },
    },
  })
  if (!requests.length) return []
  const signatures = await tx.approval.findMany({
    where: { orderId: order.id, signatureId: { not: null } },
    select: { documentHash: true },
  })
  const signed = new Set(signatures.map(({ documentHash }) => documentHash))
  return requests.map(({ jobs, ...asked }) => {
    const { content: _kept, ...request } = asked
    const content = askedContent(order.no, { ...asked, jobs }, taxBp)
    return {
      ...request,
      lines: content.lines.map((line, i) => ({
        ...line,
        status: jobs[i]!.status,
        declineReason: jobs[i]!.declineReason,
        packageId: jobs[i]!.packageId,
        operationId: jobs[i]!.operationId,
        givenShares: jobs[i]!.jobShares,
        partIds: jobs[i]!.jobParts.map(({ partId }) => partId),
      })),
      totals: content.totals,
      payers: content.payers ?? [],
      photoFileIds: request.finding?.photoFileIds ?? [],
      signed: request.contentHash !== null && signed.has(request.contentHash),
      overdue: request.status === 'sent' && request.expiresAt !== null && request.expiresAt <= now,
      delayMinutes:
        request.newPromisedAt && order.promisedAt
          ? Math.round((request.newPromisedAt.getTime() - order.promisedAt.getTime()) / 60_000)
          : null,
    }
  })
}
