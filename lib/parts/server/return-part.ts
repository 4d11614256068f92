import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { ReturnPart } from '../schemas'
import { serveWaiting } from './reservations'
import { changeStockOrRefuse } from './stock-change'
import { keepWhatWasUsed } from './used-parts'

const FINISHED: readonly string[] = ['done', 'qcPassed']

/**
 * Takes unused parts of a job line back into stock, with the reason; from a finished line they come off the bill too.
 * Refuses more than was handed out, and `part.line-billed` once the bill is drawn.
 */
export const returnPart = command('stock.return', ReturnPart, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { jobPartId, quantity: quantityMilli, reason } = input
  const where = { dealershipId_id: { dealershipId, id: jobPartId } }
  const line = await tx.jobPart.findUnique({
    where,
    include: {
      part: true,
      job: {
        select: {
          status: true,
          order: { select: { visitId: true, settlement: { select: { status: true } } } },
        },
      },
    },
  })
  if (!line?.partId || !line.part) throw new Refusal('common.not-found')
  const { partId, part, jobId } = line
  const { settlement } = line.job.order
  const drawn = settlement && settlement.status !== 'void' && line.job.status !== 'cancelled'
  if (line.job.status === 'billed' || drawn)
    throw new Refusal('part.line-billed', { part: nameIn(part, actor.locale) })
  if (quantityMilli > line.issuedMilli)
    throw new Refusal('part.more-than-issued', {
      part: nameIn(part, actor.locale),
      issued: line.issuedMilli / 1000,
    })
  const batchNo = input.batchNo ?? line.batchNo
  await changeStockOrRefuse(tx, dealershipId, partId, { onHandMilli: quantityMilli })
  await tx.stockMove.create({
    data: {
      dealershipId,
      partId,
      kind: 'return',
      quantityMilli,
      batchNo,
      jobId,
      reason,
      byId: actor.id,
      at: now,
    },
    select: { id: true },
  })
  const left = await tx.jobPart.update({ where, data: { issuedMilli: { decrement: quantityMilli } } })
  if (FINISHED.includes(line.job.status)) await keepWhatWasUsed(tx, [left])
  await serveWaiting(tx, dealershipId, partId)
  return {
    result: { quantityMilli, batchNo },
    subject: { type: 'job', id: jobId },
    visitId: line.job.order.visitId,
    facts: { part: part.no, name: part.name, quantityMilli, reason },
  }
})
