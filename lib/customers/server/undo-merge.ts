import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkUndo, valuesBefore, type MergeRecord } from '../merge'
import { VALUES, valuesOf } from './merge-values'

/**
 * Parts two files that were made one within the last thirty days: what had moved goes back, what the merge wrote is taken back,
 * what came since stays with the file that stayed, and an offer that was not sent is not sent late. Refuses as `checkUndo`, `common.not-found`, and `customer.moved-since-merge`
 * when somebody has given a row that had moved to a third file.
 */
export const undoMerge = command(
  'customer.undoMerge',
  z.object({ mergeId: id }),
  async ({ tx, actor: { dealershipId, id: byId }, now }, { mergeId }) => {
    const merge = await tx.customerMerge.findUnique({
      where: { dealershipId_id: { dealershipId, id: mergeId } },
      include: { kept: { select: { ...VALUES, mergedIntoId: true } } },
    })
    if (!merge) throw new Refusal('common.not-found')
    const { keptId, mergedId, kept } = merge
    const record = merge.record as MergeRecord
    checkUndo(merge, { mergedIntoId: kept.mergedIntoId, values: valuesOf(kept) }, record, now)
    await moveBack(tx, { dealershipId, keptId, mergedId }, record)
    await tx.consent.deleteMany({ where: { dealershipId, id: { in: record.consentIds } } })
    for (const { id: taskId, reason } of record.ended) await reopen(tx, dealershipId, taskId, reason)
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: mergedId } },
      data: { mergedIntoId: null },
      select: { id: true },
    })
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: keptId } },
      data: valuesBefore(record),
      select: { id: true },
    })
    await tx.customerMerge.update({
      where: { dealershipId_id: { dealershipId, id: mergeId } },
      data: { undoneAt: now, undoneById: byId },
      select: { id: true },
    })
    return {
      result: { customerId: keptId, mergedId },
      subject: { type: 'customer', id: keptId },
      facts: { mergedId },
    }
  },
)

type Pair = { dealershipId: string; keptId: string; mergedId: string }

/** Rows that have been deleted since are no contradiction; rows that name a third file are. */
async function moveBack(tx: Tx, { dealershipId, keptId, mergedId }: Pair, { moved }: MergeRecord) {
  for (const [place, ids] of Object.entries(moved)) {
    const [table = '', column = ''] = place.split('.')
    const back = await tx.$queryRaw<
      { id: string }[]
    >`SELECT give_customer_rows(${dealershipId}::uuid, ${table}, ${column},
      ${keptId}::uuid, ${mergedId}::uuid, ${ids}::uuid[])::text AS id`
    const given = new Set(back.map(({ id }) => id))
    const rest = ids.filter((id) => !given.has(id))
    const [elsewhere] = await tx.$queryRaw<
      { count: number }[]
    >`SELECT rows_there(${dealershipId}::uuid, ${table}, ${rest}::uuid[]) AS count`
    if (elsewhere?.count) throw new Refusal('customer.moved-since-merge', { count: elsewhere.count })
  }
}

/** A contact that the merge ended is open again, unless its car has another open one by now. */
const reopen = (tx: Tx, dealershipId: string, taskId: string, reason: string) => tx.$executeRaw`
  UPDATE "ContactTask" t SET status = 'open', "closedAt" = NULL, reason = ${reason}
  WHERE t."dealershipId" = ${dealershipId}::uuid AND t.id = ${taskId}::uuid AND t.status = 'optedOut'
    AND NOT EXISTS (SELECT 1 FROM "ContactTask" o WHERE o."dealershipId" = t."dealershipId" AND o."vehicleId" = t."vehicleId"
      AND o.status IN ('open', 'booked'))`
