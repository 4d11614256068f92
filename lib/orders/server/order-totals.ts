import 'server-only'
import type { Tx } from '@/lib/server/db'
import { settingsOf } from '@/lib/dealership/server/settings'
import { LIVE_JOBS } from '../job'
import { orderTotals, totalsByPayer } from '../totals'

const PRICES = {
  payer: true,
  labourFen: true,
  discountFen: true,
  priceAfterInspection: true,
  jobShares: { select: { payer: true, shareBp: true, amountFen: true }, orderBy: { id: 'asc' } },
  jobParts: { select: { quantityMilli: true, unitPriceFen: true, discountFen: true } },
} as const

/** Totals of the approved lines of an order, as a whole and per payer: what the bill is made of. */
export async function ordersTotals(tx: Tx, { dealershipId, id }: { dealershipId: string; id: string }) {
  const jobs = await tx.job.findMany({
    where: { dealershipId, orderId: id, status: { in: [...LIVE_JOBS] } },
    select: PRICES,
    orderBy: { position: 'asc' },
  })
  const taxBp = (await settingsOf(tx))['tax.rateBp']
  return { ...orderTotals(jobs, taxBp), byPayer: totalsByPayer(jobs, taxBp) }
}
