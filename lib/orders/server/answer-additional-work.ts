import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { reserveForJobs } from '@/lib/parts/server/reservations'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import type { AdditionalWorkContent } from '../additional-work-content'
import { isStillPriced } from '../estimate-content'
import { actionOf, checkAnswers, type Answer } from '../answers'
import { mayTakeMoreWork } from '../repair-order'
import { AnswerAdditionalWork } from '../schemas'
import { addAmounts, jobAmounts } from '../totals'
import { checkApprovalCode } from './approval-code'
import { approveLine } from './follow-warranty'
import { additionalWorkOf, type OrderRow } from './order-of'
import { moveAdditionalWork, moveJob, moveOrder } from './order-status'
import { recordConsent } from './record-consent'
import { neededParts } from './sign-order'
import { tellAnswered } from './tell-answered'

type Request = Awaited<ReturnType<typeof additionalWorkOf>>['request']

/**
 * The customer's yes or no to each line: by the link or on the glass with a signature, or by telephone as the adviser records
 * it, to be signed later (S3-45, S3-47). Approved lines wait for dispatch with their parts set aside or asked for and their hours
 * in the ledger, declined ones stay as suggestions with their reason (S3-49); price and promise move only now (S3-48); those who
 * go on with it are told. All of it happens, or none. One answer counts: the others hear who answered and what.
 * Refuses with `additionalWork.already-answered`, `common.changed-meanwhile`, `additionalWork.line-unanswered`,
 * `additionalWork.decline-reason-missing`, `additionalWork.call-note-missing`, `additionalWork.number-missing`,
 * `additionalWork.read-out-missing`, `additionalWork.notice-unsigned`, `additionalWork.code-missing`,
 * `additionalWork.order-too-far`, `signature.empty`.
 */
export const answerAdditionalWork = command(
  'additionalWork.answer',
  AnswerAdditionalWork,
  async ({ tx, actor, now }, input) => {
    const { request, order } = await additionalWorkOf(tx, actor, input.additionalWorkId)
    if (request.answeredAt)
      throw new Refusal('additionalWork.already-answered', await whatWasAnswered(tx, request))
    if (request.contentHash !== input.hash) throw new Refusal('common.changed-meanwhile')
    if (!isAsAsked(request)) throw new Refusal('common.changed-meanwhile')
    const answers = checkAnswers(
      request.jobs.map(({ id }) => id),
      input.answers,
    )
    const action = actionOf(answers)
    if (action !== 'decline' && !mayTakeMoreWork(order.status))
      throw new Refusal('additionalWork.order-too-far', { status: order.status })
    const approvedFen = addAmounts(approvedOf(request, answers).map(jobAmounts)).totalFen
    await checkApprovalCode(tx, actor, { asked: request, approvedFen, proof: input.proof }, now)
    await moveAdditionalWork(tx, request, action, { answeredAt: now })

    const consent = await recordConsent(tx, actor, { request, order, input, answers }, now)
    await answerLines(tx, request, answers, consent.approvalId)
    if (action !== 'decline') await enterOrder(tx, order, { request, answers, approvedFen }, now)
    await tellAnswered(tx, { request, order, answers, byCustomer: actor.kind === 'customer' }, now)
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
        safety: request.safety,
      },
    }
  },
)

/** Who has answered this request, and to how many lines yes and no: for whoever answers second. */
async function whatWasAnswered(tx: Tx, { id, dealershipId, jobs }: Request) {
  const event = await tx.event.findFirst({
    where: { dealershipId, subjectId: id, name: 'additionalWork.answer' },
    orderBy: { at: 'desc' },
    select: { actorName: true },
  })
  const declined = jobs.filter(({ status }) => status === 'declined').length
  return { by: event?.actorName ?? '', approved: jobs.length - declined, declined }
}

/** Whether the lines still cost what the paper in the customer's hand says, and whom; requests of before it was kept have their hash. */
const isAsAsked = ({ content, jobs }: Request): boolean =>
  content === null || isStillPriced(content as unknown as AdditionalWorkContent, jobs)

const approvedOf = ({ jobs }: Request, answers: Answer[]) =>
  jobs.filter(({ id }) => answers.some(({ jobId, approve }) => approve && jobId === id))

async function answerLines(
  tx: Tx,
  request: Request,
  answers: Answer[],
  approvalId: string | null,
): Promise<void> {
  for (const { jobId, approve, reason } of answers) {
    const job = request.jobs.find(({ id }) => id === jobId)
    if (!job) throw new Refusal('additionalWork.line-unanswered')
    if (approve) await approveLine(tx, job, approvalId)
    else await moveJob(tx, job, 'decline', { declineReason: reason })
  }
}

type Entering = { request: Request; answers: Answer[]; approvedFen: number }

/** Approved lines enter the order: agreed sum, parts and, where the car is ready later, the promise follow. */
async function enterOrder(
  tx: Tx,
  order: OrderRow,
  { request, answers, approvedFen }: Entering,
  now: Date,
): Promise<void> {
  const bufferMinutes = (await settingsOf(tx))['promise.bufferMinutes']
  const { newPromisedAt } = request
  const isLater = newPromisedAt !== null && (!order.promisedAt || newPromisedAt > order.promisedAt)
  const promise = isLater
    ? { promisedAt: newPromisedAt, promisedTo: minutesAfter(newPromisedAt, bufferMinutes) }
    : {}
  await moveOrder(tx, order, 'addWork', {
    ...promise,
    signedTotalFen: (order.signedTotalFen ?? 0) + approvedFen,
    ...(order.status === 'workDone' ? { workDoneAt: null } : {}),
  })
  await reserveForJobs(tx, {
    dealershipId: order.dealershipId,
    now,
    appointmentId: null,
    jobs: approvedOf(request, answers).map(neededParts),
  })
}
