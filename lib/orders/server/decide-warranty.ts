import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { ConcludeWarranty, DecideWarranty, ReportWarranty } from '../schemas'
import { payerFollows, payerOf, warrantyFlow, type WarrantyAction, type WarrantyState } from '../warranty'
import { openForEditing } from './editing'
import { followWarranty, isMovedBy } from './follow-warranty'
import { jobOf } from './order-of'
import { today } from './today'

type Found = Awaited<ReturnType<typeof jobOf>>

/**
 * Moves the line along `warrantyFlow`. Who pays follows by itself where nothing that the customer has in hand or signed gets dearer;
 * an estimate that was fixed but not shown goes back to the draft.
 */
async function moveWarranty(
  tx: Tx,
  { job, order }: Found,
  action: WarrantyAction,
  now: Date,
): Promise<WarrantyState> {
  const { dealershipId, id, warranty } = job
  const state = warrantyFlow.next(warranty, action)
  const payer = payerOf(state)
  const jobShares = await tx.jobShare.findMany({ where: { dealershipId, jobId: id } })
  const line = { ...job, jobShares }
  const follows = payer !== null && payerFollows({ ...job, orderStatus: order.status }, payer)
  const moves = follows && isMovedBy(line, payer)
  if (moves && order.status === 'estimated') await openForEditing(tx, order, now)
  const { count } = await tx.job.updateMany({
    where: { dealershipId, id, warranty },
    data: { warranty: state },
  })
  if (!count) throw new Refusal('common.changed-meanwhile')
  if (moves) await followWarranty(tx, line, payer)
  return state
}

const staffId = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.id : null)

const ACTIONS = { inside: 'accept', outside: 'exclude', undecided: 'leaveOpen' } as const

/**
 * Whether a line falls inside the quality warranty: yes, no or undecided, with the reason that the customer was told (S2-58,
 * S2-59); after a diagnosis again. The line is paid by the warranty or by the customer as far as nothing becomes dearer than was
 * approved. Refuses with `status.not-from-here` once the maker was asked.
 */
export const decideWarranty = command(
  'warranty.decide',
  DecideWarranty,
  async ({ tx, actor, now }, { jobId, decision, reason, diagnosis }) => {
    const { dealershipId } = actor
    const found = await jobOf(tx, actor, jobId)
    const { job, order } = found
    const state = await moveWarranty(tx, found, ACTIONS[decision], now)
    const decided = { state, reason, decidedAt: now, decidedById: staffId(actor) }
    await tx.warrantyDecision.upsert({
      where: { dealershipId_jobId: { dealershipId, jobId } },
      create: { dealershipId, jobId, ...decided, diagnosis: diagnosis ?? '' },
      update: { ...decided, ...(diagnosis === undefined ? {} : { diagnosis }) },
      select: { id: true },
    })
    return {
      result: { jobId, state },
      subject: { type: 'job', id: jobId },
      visitId: order.visitId,
      facts: { no: order.no, title: job.title, state, reason },
    }
  },
)

/**
 * Reports an undecided line with its diagnosis to the maker's service department and waits for its answer (S2-60, S2-61,
 * X-OEM-10). Refuses with `status.not-from-here` where it is not undecided.
 */
export const reportWarranty = command(
  'warranty.report',
  ReportWarranty,
  async ({ tx, actor, now }, { jobId, authority, diagnosis, reportNo }) => {
    const { dealershipId } = actor
    const found = await jobOf(tx, actor, jobId)
    const { job, order } = found
    const state = await moveWarranty(tx, found, 'report', now)
    await tx.warrantyDecision.update({
      where: { dealershipId_jobId: { dealershipId, jobId } },
      data: { state, authority, diagnosis, reportNo, reportedAt: now, reportedById: staffId(actor) },
      select: { id: true },
    })
    return {
      result: { jobId, state },
      subject: { type: 'job', id: jobId },
      visitId: order.visitId,
      facts: { no: order.no, title: job.title, authority, reportNo },
    }
  },
)

/**
 * The answer of the maker's service department with its day (S2-60). Refuses with `status.not-from-here` before it was asked, or
 * with `warranty.day-out-of-order` for a day before the report or after today.
 */
export const concludeWarranty = command(
  'warranty.conclude',
  ConcludeWarranty,
  async ({ tx, actor, now }, { jobId, approved, conclusion, concludedOn }) => {
    const { dealershipId } = actor
    const found = await jobOf(tx, actor, jobId)
    const { job, order } = found
    const { day, timeZone } = await today(tx, dealershipId, now)
    const decision = await tx.warrantyDecision.findUnique({
      where: { dealershipId_jobId: { dealershipId, jobId } },
      select: { reportedAt: true },
    })
    const state = await moveWarranty(tx, found, approved ? 'approve' : 'refuse', now)
    const on = concludedOn ?? day
    if (on > day || (decision?.reportedAt && on < dayOf(decision.reportedAt, timeZone)))
      throw new Refusal('warranty.day-out-of-order')
    await tx.warrantyDecision.update({
      where: { dealershipId_jobId: { dealershipId, jobId } },
      data: { state, conclusion, concludedOn: toDateColumn(on), concludedById: staffId(actor) },
      select: { id: true },
    })
    return {
      result: { jobId, state },
      subject: { type: 'job', id: jobId },
      visitId: order.visitId,
      facts: { no: order.no, title: job.title, state, on, conclusion },
    }
  },
)
