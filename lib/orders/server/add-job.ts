import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { checkHouseBears } from '../payer-reason'
import { AddJob } from '../schemas'
import { offerAlternative } from './choices'
import { orderToEdit } from './editing'
import { houseLimitOf } from './house-limit'
import { createLine } from './lines'
import { today } from './today'

/**
 * Adds a line from a package, a labour operation, or in own words; or one more alternative of a line, for the customer to choose.
 * Refuses with `order.not-editable`, `order.choice-full`, `order.payer-reason-missing`, `order.goodwill-above-limit` or
 * `catalogue.no-price`.
 */
export const addJob = command('order.edit', AddJob, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const order = await orderToEdit(tx, actor, input.orderId, now)
  checkHouseBears([{ ...input, borneBp: 10_000 }], await houseLimitOf(tx, actor, order))
  if (input.problemId) {
    const problem = await tx.orderProblem.findFirst({
      where: { id: input.problemId, orderId: order.id },
      select: { id: true },
    })
    if (!problem) throw new Refusal('common.not-found')
  }
  const base = input.alternativeTo
    ? await tx.job.findFirst({
        where: {
          dealershipId,
          id: input.alternativeTo,
          orderId: order.id,
          status: 'proposed',
          additionalWorkId: null,
        },
      })
    : null
  if (input.alternativeTo && !base) throw new Refusal('common.not-found')
  const { day } = await today(tx, dealershipId, now)
  const jobId = await createLine(
    tx,
    { dealershipId, orderId: order.id, model: order.vehicle.model, day },
    input,
  )
  if (base) await offerAlternative(tx, base, jobId)
  const { title, labourFen } = await tx.job.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: jobId } },
  })
  return {
    result: { jobId },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: {
      no: order.no,
      change: 'addJob',
      title,
      labourFen,
      ...(input.payer ? { payer: input.payer, payerReason: input.payerReason ?? '' } : {}),
    },
  }
})
