import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { AddProblem, ProblemId } from '../schemas'
import { orderToEdit } from './editing'

/** Adds a problem in the customer's words. Refuses with `order.not-editable`. */
export const addProblem = command('order.edit', AddProblem, async ({ tx, actor, now }, { orderId, text }) => {
  const order = await orderToEdit(tx, actor, orderId, now)
  const { _max } = await tx.orderProblem.aggregate({ where: { orderId }, _max: { position: true } })
  const position = (_max.position ?? 0) + 1
  const { id } = await tx.orderProblem.create({
    data: { dealershipId: actor.dealershipId, orderId, position, text },
    select: { id: true },
  })
  return {
    result: { problemId: id },
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no, change: 'addProblem', position },
  }
})

/** Takes a problem off the order; lines that answered it stay. */
export const removeProblem = command('order.edit', ProblemId, async ({ tx, actor, now }, { problemId }) => {
  const { dealershipId } = actor
  const key = { dealershipId_id: { dealershipId, id: problemId } }
  const problem = await tx.orderProblem.findUnique({ where: key })
  if (!problem) throw new Refusal('common.not-found')
  const order = await orderToEdit(tx, actor, problem.orderId, now)
  await tx.job.updateMany({ where: { problemId }, data: { problemId: null } })
  await tx.orderProblem.delete({ where: key })
  return {
    result: { problemId },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, change: 'removeProblem', position: problem.position },
  }
})
