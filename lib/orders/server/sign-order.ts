import 'server-only'
import { randomInt } from 'node:crypto'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { reserveForJobs } from '@/lib/parts/server/reservations'
import { strokesOf } from '@/lib/reception/signature'
import { recordSignature } from '@/lib/reception/server/sign-document'
import { markOrdered } from '@/lib/reception/server/visit-status'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { isStillPriced, toldTotalFen, type EstimateContent } from '../estimate-content'
import { SignOrder } from '../schemas'
import { VOUCHER_LENGTH, VOUCHER_LETTERS, voucherFrom } from '../voucher'
import { checkApprovalCode } from './approval-code'
import { approveLine } from './follow-warranty'
import { orderOf, type OrderRow } from './order-of'
import { moveJob, moveOrder } from './order-status'
import { tellCustomer } from './tell-customer'

/**
 * The customer signs the version in hand, on the glass or by the link: the lines are approved and wait for dispatch, the parts
 * are set aside, the voucher code is made, the customer gets the copy (S3-31, S3-35, S3-36).
 * By the link a sum above the set one needs the one-time code.
 * Refuses with `additionalWork.code-missing`, with `common.changed-meanwhile` when another version stands or the lines are no longer priced as it says, with `status.not-from-here` or `signature.empty`.
 */
export const signOrder = command('order.sign', SignOrder, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { orderId, version, hash } = input
  const order = await orderOf(tx, actor, orderId)
  const estimate = await tx.estimate.findFirst({ where: { orderId, supersededAt: null } })
  if (estimate && (estimate.version !== version || estimate.hash !== hash))
    throw new Refusal('common.changed-meanwhile')
  const asked = { id: orderId, revision: version }
  await checkApprovalCode(tx, actor, { asked, approvedFen: estimate?.totalFen ?? 0, proof: input.proof }, now)
  const voucherCode = voucherFrom(
    Array.from({ length: VOUCHER_LENGTH }, () => randomInt(VOUCHER_LETTERS.length)),
  )
  const { promisedAt: firstPromisedAt } = order
  await moveOrder(tx, order, 'sign', {
    authorisedAt: now,
    voucherCode,
    firstPromisedAt,
    signedTotalFen: estimate?.totalFen,
  })
  const lines = await proposedLines(tx, orderId)
  if (!estimate || !isStillPriced(estimate.content as unknown as EstimateContent, lines))
    throw new Refusal('common.changed-meanwhile')

  const channel = signingChannel(actor)
  const signerName = input.signerName ?? (input.signatureTyped.trim() || order.customer.name)
  const signing = {
    dealershipId,
    documentKind: 'estimate',
    documentId: estimate.id,
    documentHash: hash,
    version,
    channel,
  }
  const strokes = strokesOf(input)
  const signatureId = await recordSignature(
    tx,
    { ...signing, signerName, signerRole: input.signerRole ?? 'customer', strokes },
    now,
  )
  const { id: approvalId } = await tx.approval.create({
    data: {
      dealershipId,
      orderId,
      estimateId: estimate.id,
      signatureId,
      channel,
      givenBy: signerName,
      documentHash: hash,
      at: now,
      recordedById: actor.kind === 'staff' ? actor.id : null,
    },
    select: { id: true },
  })
  await approveLines(tx, order, { lines, approvalId }, now)
  await markOrdered(tx, order.visitId)
  const copy = {
    totalFen: toldTotalFen(estimate),
    voucherCode,
    promisedAt: order.promisedAt?.toISOString() ?? null,
  }
  await tellCustomer(tx, order, 'order-signed', copy, now, `order-signed:${orderId}`)
  return {
    result: { orderId, voucherCode, approvalId },
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no, version, hash, totalFen: estimate.totalFen, signedBy: signerName, channel },
  }
})

/** A customer signs by the link; an adviser hands over the glass. */
export const signingChannel = (actor: Actor): 'link' | 'tablet' =>
  actor.kind === 'customer' ? 'link' : 'tablet'

const proposedLines = (tx: Tx, orderId: string) =>
  tx.job.findMany({
    where: { orderId, status: 'proposed', additionalWorkId: null },
    orderBy: { position: 'asc' },
    include: { jobParts: { orderBy: { id: 'asc' } }, jobShares: { orderBy: { id: 'asc' } } },
  })

type Signed = { lines: Awaited<ReturnType<typeof proposedLines>>; approvalId: string }

async function approveLines(
  tx: Tx,
  order: OrderRow,
  { lines, approvalId }: Signed,
  now: Date,
): Promise<void> {
  for (const job of lines)
    if (job.chosen) await approveLine(tx, job, approvalId)
    else await moveJob(tx, job, 'cancel')
  const { appointmentId } = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId: order.dealershipId, id: order.visitId } },
    select: { appointmentId: true },
  })
  await reserveForJobs(tx, {
    dealershipId: order.dealershipId,
    now,
    appointmentId,
    jobs: lines.filter(({ chosen }) => chosen).map(neededParts),
  })
}

/** The stocked parts of a line, one need per part. */
export function neededParts(job: {
  id: string
  jobParts: readonly { partId: string | null; quantityMilli: number }[]
}) {
  const needs = new Map<string, number>()
  for (const { partId, quantityMilli } of job.jobParts)
    if (partId) needs.set(partId, (needs.get(partId) ?? 0) + quantityMilli)
  return { jobId: job.id, parts: [...needs].map(([partId, quantityMilli]) => ({ partId, quantityMilli })) }
}
