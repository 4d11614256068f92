import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { reserveForJobs } from '@/lib/parts/server/reservations'
import { strokesOf } from '@/lib/reception/signature'
import { recordSignature } from '@/lib/reception/server/sign-document'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import type * as z from 'zod'
import { actionOf, checkAnswers, type Answer } from '../answers'
import { mayTakeMoreWork } from '../repair-order'
import { AnswerAdditionalWork } from '../schemas'
import { addAmounts, jobAmounts } from '../totals'
import { additionalWorkOf, type OrderRow } from './order-of'
import { moveAdditionalWork, moveJob, moveOrder } from './order-status'
import { neededParts, signingChannel } from './sign-order'

type Input = z.output<typeof AnswerAdditionalWork>
type Request = Awaited<ReturnType<typeof additionalWorkOf>>['request']

/**
 * The customer's yes or no to each line: by the link or on the glass with a signature, or by telephone as the adviser records
 * it, to be signed later (S3-45, S3-47). Approved lines wait for dispatch, declined ones stay as suggestions with their reason
 * (S3-49); price and promise move only now (S3-48).
 * Refuses with `additionalWork.already-answered`, `common.changed-meanwhile`, `additionalWork.line-unanswered`,
 * `additionalWork.decline-reason-missing`, `additionalWork.call-note-missing`, `additionalWork.order-too-far`, `signature.empty`.
 */
export const answerAdditionalWork = command(
  'additionalWork.answer',
  AnswerAdditionalWork,
  async ({ tx, actor, now }, input) => {
    const { request, order } = await additionalWorkOf(tx, actor, input.additionalWorkId)
    if (request.answeredAt) throw new Refusal('additionalWork.already-answered')
    if (request.contentHash !== input.hash) throw new Refusal('common.changed-meanwhile')
    const answers = checkAnswers(
      request.jobs.map(({ id }) => id),
      input.answers,
    )
    const action = actionOf(answers)
    if (action !== 'decline' && !mayTakeMoreWork(order.status))
      throw new Refusal('additionalWork.order-too-far', { status: order.status })
    await moveAdditionalWork(tx, request, action, { answeredAt: now })

    const consent = await recordConsent(tx, actor, { request, order, input, answers }, now)
    await answerLines(tx, request, answers, consent.approvalId)
    if (action !== 'decline') await enterOrder(tx, order, request, answers, now)
    const approved = answers.filter(({ approve }) => approve).length
    return {
      result: { additionalWorkId: request.id, approved, declined: answers.length - approved },
      subject: { type: 'additionalWork', id: request.id },
      visitId: order.visitId,
      facts: {
        no: order.no,
        revision: request.revision,
        approved,
        declined: answers.length - approved,
        channel: consent.channel,
      },
    }
  },
)

type Consent = { request: Request; order: OrderRow; input: Input; answers: Answer[] }

/** What proves the answer: a signature, or the adviser's note of the call. A no alone needs neither. */
async function recordConsent(tx: Tx, actor: Actor, { request, order, input, answers }: Consent, now: Date) {
  const { dealershipId } = actor
  const signed = Boolean(input.signatureStrokes || input.signatureTyped.trim())
  const byPhone = actor.kind === 'staff' && !signed
  if (byPhone && !input.callNote) throw new Refusal('additionalWork.call-note-missing')
  const yes = answers.some(({ approve }) => approve)
  const channel = byPhone ? ('phone' as const) : signingChannel(actor)
  const givenBy = input.givenBy ?? input.signerName ?? (input.signatureTyped.trim() || order.customer.name)
  if (!yes && !signed && !byPhone) return { approvalId: null, channel }
  const documentHash = input.hash
  const signing = {
    dealershipId,
    documentKind: 'additionalWork',
    documentId: request.id,
    documentHash,
    version: request.revision,
    channel,
  }
  const signatureId = byPhone
    ? null
    : await recordSignature(
        tx,
        { ...signing, signerName: givenBy, signerRole: 'customer', strokes: strokesOf(input) },
        now,
      )
  const { id } = await tx.approval.create({
    data: {
      dealershipId,
      orderId: order.id,
      signatureId,
      channel,
      givenBy,
      callNote: input.callNote ?? '',
      documentHash,
      at: now,
      recordedById: actor.kind === 'staff' ? actor.id : null,
    },
    select: { id: true },
  })
  return { approvalId: id, channel }
}

async function answerLines(
  tx: Tx,
  request: Request,
  answers: Answer[],
  approvalId: string | null,
): Promise<void> {
  for (const { jobId, approve, reason } of answers) {
    const job = request.jobs.find(({ id }) => id === jobId)
    if (!job) throw new Refusal('additionalWork.line-unanswered')
    if (approve) await moveJob(tx, job, 'approve', { approvalId })
    else await moveJob(tx, job, 'decline', { declineReason: reason })
  }
}

/** Approved lines enter the order: agreed sum, promise and parts follow. */
async function enterOrder(
  tx: Tx,
  order: OrderRow,
  request: Request,
  answers: Answer[],
  now: Date,
): Promise<void> {
  const approved = request.jobs.filter(({ id }) =>
    answers.some(({ jobId, approve }) => approve && jobId === id),
  )
  const { totalFen } = addAmounts(approved.map(jobAmounts))
  const bufferMinutes = (await settingsOf(tx))['promise.bufferMinutes']
  const { newPromisedAt } = request
  const promise = newPromisedAt
    ? { promisedAt: newPromisedAt, promisedTo: minutesAfter(newPromisedAt, bufferMinutes) }
    : {}
  await moveOrder(tx, order, 'addWork', {
    ...promise,
    signedTotalFen: (order.signedTotalFen ?? 0) + totalFen,
    ...(order.status === 'workDone' ? { workDoneAt: null } : {}),
  })
  await reserveForJobs(tx, {
    dealershipId: order.dealershipId,
    now,
    appointmentId: null,
    jobs: approved.map(neededParts),
  })
}
