import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { isLive } from '../job'
import { addMargins, marginBp, marginOf } from '../margin'
import { OrderId } from '../schemas'

/**
 * What each line of an order and the order leave to the house, without tax: parts at what they last cost, labour at the cost of the
 * grade. Only for those who lead; in no other answer.
 */
export const orderMargin = query('order.margin', OrderId, async ({ tx, actor }, { orderId }) => {
  const { dealershipId } = actor
  const settings = await settingsOf(tx)
  const jobs = await tx.job.findMany({
    where: { dealershipId, orderId, status: { notIn: ['declined', 'cancelled'] } },
    orderBy: { position: 'asc' },
    include: { jobParts: true, jobShares: { orderBy: { id: 'asc' } }, doneBy: { select: { grade: true } } },
  })
  const counted = jobs.filter(
    ({ status, additionalWorkId, chosen }) =>
      isLive(status) || (status === 'proposed' && chosen && !additionalWorkId),
  )
  const hours = {
    junior: settings['cost.juniorHourFen'],
    middle: settings['cost.middleHourFen'],
    senior: settings['cost.seniorHourFen'],
  }
  const partIds = counted.flatMap(({ jobParts }) => jobParts.flatMap(({ partId }) => partId ?? []))
  const costs = { unitCostFen: await lastCosts(tx, partIds), hours, taxBp: settings['tax.rateBp'] }
  const lines = counted.map((job) => {
    const margin = marginOf({ ...job, doneByGrade: job.doneBy?.grade ?? null }, costs)
    return { jobId: job.id, title: job.title, titleEn: job.titleEn, ...margin, marginBp: marginBp(margin) }
  })
  const total = addMargins(lines)
  return {
    lines,
    total: { ...total, marginBp: marginBp(total) },
    hasRates: Object.values(hours).some((fen) => fen > 0),
  }
})

/** What a unit of each part cost when it last came in; a part that never came in with a cost is absent. */
async function lastCosts(tx: Tx, partIds: readonly string[]): Promise<Map<string, number>> {
  if (!partIds.length) return new Map()
  const rows = await tx.$queryRaw<{ partId: string; unitCostFen: number }[]>`
    SELECT DISTINCT ON ("partId") "partId", "unitCostFen" FROM "StockMove"
    WHERE "partId" = ANY(${[...new Set(partIds)]}::uuid[]) AND "unitCostFen" IS NOT NULL
    ORDER BY "partId", at DESC, id DESC`
  return new Map(rows.map(({ partId, unitCostFen }) => [partId, unitCostFen]))
}
