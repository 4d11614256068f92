import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { JobId } from '../schemas'
import { chooseLine } from './choices'
import { orderToEdit } from './editing'
import { fixVersion } from './fix-version'
import { jobOf } from './order-of'

/**
 * Chooses one of the alternatives of a job, at the desk or by the customer on the phone; only it counts. While the customer has a
 * version in hand, the choice makes the next one, which is then signed. Refuses with `order.not-a-choice`, `order.not-editable` or, in
 * hand, `order.line-without-price`.
 */
export const chooseAlternative = command('order.choose', JobId, async ({ tx, actor, now }, { jobId }) => {
  const { job, order: found } = await jobOf(tx, actor, jobId)
  if (!job.choiceId || job.status !== 'proposed') throw new Refusal('order.not-a-choice')
  const inHand = found.status === 'awaitingSignature'
  if (!inHand && actor.kind === 'customer') throw new Refusal('order.not-editable', { status: found.status })
  const order = inHand ? found : await orderToEdit(tx, actor, found.id, now)
  await chooseLine(tx, job)
  const version = inHand ? (await fixVersion(tx, actor, order, now)).version : null
  return {
    result: { jobId, version },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, title: job.title, version },
  }
})
