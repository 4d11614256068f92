import 'server-only'
import { lineFen } from '@/lib/core/money'
import { Refusal } from '@/lib/core/refusal'
import type { Actor } from '@/lib/auth/actor'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { AddPart, ChangePart, JobPartId } from '../schemas'
import { jobToEdit } from './editing'
import { createPart } from './lines'
import { today } from './today'

/** Adds a part to a proposed line. Refuses with `order.not-editable`, `common.not-found` or `catalogue.no-price`. */
export const addPart = command('order.edit', AddPart, async ({ tx, actor, now }, { jobId, ...part }) => {
  const { job, order } = await jobToEdit(tx, actor, jobId, now)
  const { dealershipId } = actor
  const { day } = await today(tx, dealershipId, now)
  const jobPartId = await createPart(tx, { dealershipId, jobId: job.id, day }, part)
  return {
    result: { jobPartId },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, change: 'addPart', title: job.title, quantityMilli: part.quantityMilli },
  }
})

/** Changes the quantity of a part on a proposed line; its discount stays in proportion. */
export const changePart = command(
  'order.edit',
  ChangePart,
  async ({ tx, actor, now }, { jobPartId, quantityMilli }) => {
    const part = await partOf(tx, actor, jobPartId)
    const { order } = await jobToEdit(tx, actor, part.jobId, now)
    const before = lineFen(part.quantityMilli, part.unitPriceFen)
    const after = lineFen(quantityMilli, part.unitPriceFen)
    const discountFen = before === 0 ? 0 : Math.floor((part.discountFen * after) / before)
    await tx.jobPart.update({ where: key(actor, jobPartId), data: { quantityMilli, discountFen } })
    return {
      result: { jobPartId },
      subject: { type: 'order', id: order.id },
      visitId: order.visitId,
      facts: { no: order.no, change: 'changePart', title: part.name, quantityMilli },
    }
  },
)

/** Takes a part off a proposed line. */
export const removePart = command('order.edit', JobPartId, async ({ tx, actor, now }, { jobPartId }) => {
  const part = await partOf(tx, actor, jobPartId)
  const { order } = await jobToEdit(tx, actor, part.jobId, now)
  await tx.jobPart.delete({ where: key(actor, jobPartId) })
  return {
    result: { jobPartId },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, change: 'removePart', title: part.name },
  }
})

const key = ({ dealershipId }: Actor, id: string) => ({ dealershipId_id: { dealershipId, id } })

async function partOf(tx: Tx, actor: Actor, id: string) {
  const part = await tx.jobPart.findUnique({ where: key(actor, id) })
  if (!part) throw new Refusal('common.not-found')
  return part
}
