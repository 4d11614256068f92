import 'server-only'
import type * as z from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Settings } from '@/lib/dealership/settings'
import type { Prisma } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkCompensation, clocksOf, complaintFlow } from '../complaint'
import { AdvanceComplaint } from '../schemas'
import { closeWhenFollowedUp } from './close-when-followed-up'

type Step = z.output<typeof AdvanceComplaint>

/**
 * One step of a complaint along register 6.7, with what the step needs: problem and expectation at take-over, analysis,
 * plan and compensation, the customer's answer, satisfaction afterwards, root cause and measures.
 * Refuses with `status.not-from-here`, `complaint.compensation-above-limit`, `common.changed-meanwhile`.
 */
export const advanceComplaint = command(
  'complaint.advance',
  AdvanceComplaint,
  async ({ tx, actor, now }, step) => {
    const { dealershipId } = actor
    const { complaintId: id, action } = step
    const complaint = await tx.complaint.findUnique({
      where: { dealershipId_id: { dealershipId, id } },
      select: { id: true, no: true, status: true, orderId: true, order: { select: { visitId: true } } },
    })
    if (!complaint) throw new Refusal('common.not-found')
    const status = complaintFlow.next(complaint.status, action)
    const stamps = stampsOf(step, actor, await settingsOf(tx), now)
    const { count } = await tx.complaint.updateMany({
      where: { dealershipId, id, status: complaint.status },
      data: { ...stamps, status },
    })
    if (!count) throw new Refusal('common.changed-meanwhile')
    if (status === 'closed' && complaint.orderId)
      await closeWhenFollowedUp(tx, dealershipId, complaint.orderId, now)
    return {
      result: { complaintId: id, status },
      subject: { type: 'complaint', id },
      visitId: complaint.order?.visitId ?? null,
      facts: { no: complaint.no, action, status },
    }
  },
)

function stampsOf(
  step: Step,
  actor: Actor,
  settings: Settings,
  now: Date,
): Prisma.ComplaintUncheckedUpdateManyInput {
  switch (step.action) {
    case 'takeOver': {
      const { problem, expectation, type } = step
      return { problem, expectation, type, takenOverById: actor.id, takenOverAt: now }
    }
    case 'analyse':
      return { analysis: step.analysis }
    case 'propose': {
      const { plan, compensationKind, compensationFen } = step
      const limit = settings['complaint.compensationLimitFen']
      checkCompensation(compensationFen, limit, actor.kind === 'staff' ? actor.roles : [])
      return { plan, compensationKind, compensationFen, approvedById: actor.id }
    }
    case 'agree':
    case 'refuse':
      return { customerAnswer: step.customerAnswer }
    case 'verify':
      return { satisfactionAfter: step.satisfactionAfter }
    case 'review':
      return { rootCause: step.rootCause, measures: step.measures }
    case 'close':
      return { closedAt: now }
    case 'reopen':
      return {
        problem: step.problem,
        closedAt: null,
        receivedAt: now,
        ...clocksOf(now, settings),
        takenOverAt: null,
      }
    default:
      return {}
  }
}
