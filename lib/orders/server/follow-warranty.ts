import 'server-only'
import type { Tx } from '@/lib/server/db'
import { borneByWarranty, payerOf, type WarrantyState } from '../warranty'
import type { Payer } from '../totals'
import { moveJob } from './order-status'
import { moveShares } from './move-shares'
import type { JobStatus } from '../job'

type Line = {
  dealershipId: string
  id: string
  payer: Payer
  jobShares: readonly { payer: Payer }[]
}

/** Whether the decision moves money of a line: inside, the warranty bears all of it; outside, nothing that others bear is touched. */
export function isMovedBy({ payer, jobShares }: Line, to: Payer): boolean {
  if (to === 'warranty') return payer !== 'warranty'
  return payer === 'warranty' || jobShares.some((share) => share.payer === 'warranty')
}

/**
 * Who pays a line follows the decision: inside, the warranty bears the whole line and shares agreed before fall away; outside, the
 * customer takes over what the warranty bore, and what insurer, goodwill or the house bear stays.
 */
export async function followWarranty(tx: Tx, line: Line, to: Payer): Promise<void> {
  const { dealershipId, id, payer } = line
  const drop = (whose: { payer?: Payer }) =>
    tx.jobShare.deleteMany({ where: { dealershipId, jobId: id, ...whose } })
  const setPayer = () => tx.job.updateMany({ where: { dealershipId, id }, data: { payer: to } })
  if (to === 'warranty') {
    await drop({ payer: 'customer' })
    await setPayer()
    await drop({})
  } else if (payer === 'warranty') {
    await drop({ payer: to })
    await setPayer()
  } else await moveShares(tx, { dealershipId, id }, { from: 'warranty', to })
}

type Approved = Line & { status: JobStatus; warranty: WarrantyState }

/**
 * The customer's yes to a line; what the warranty took over while the price was in the customer's hand is not the customer's to pay,
 * the customer's share of it neither.
 */
export async function approveLine(tx: Tx, job: Approved, approvalId: string | null): Promise<void> {
  const { dealershipId, id: jobId } = job
  const borne = borneByWarranty(job)
  if (borne.payer) await tx.jobShare.deleteMany({ where: { dealershipId, jobId, ...borne } })
  else if (job.payer !== 'warranty' && payerOf(job.warranty) === 'warranty')
    await moveShares(tx, { dealershipId, id: jobId }, { from: 'customer', to: 'warranty' })
  await moveJob(tx, job, 'approve', { approvalId, ...borne })
}
