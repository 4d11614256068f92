import { workflow } from '../core/workflow'
import { isLive, type JobStatus } from './job'
import type { RepairOrderStatus } from './repair-order'
import type { Payer } from './totals'

export type WarrantyState =
  'notApplicable' | 'inside' | 'outside' | 'undecided' | 'reported' | 'approved' | 'refused'
export type WarrantyAction = 'accept' | 'exclude' | 'leaveOpen' | 'report' | 'approve' | 'refuse'

/**
 * Whether a line falls inside the quality warranty (S2-58 … S2-60): yes, no, or undecided; undecided is decided by a diagnosis, or
 * reported to the maker's service department and decided by its answer. What the maker answered stands.
 */
export const warrantyFlow = workflow<WarrantyState, WarrantyAction>({
  notApplicable: { accept: 'inside', exclude: 'outside', leaveOpen: 'undecided' },
  inside: { exclude: 'outside', leaveOpen: 'undecided' },
  outside: { accept: 'inside', leaveOpen: 'undecided' },
  undecided: { accept: 'inside', exclude: 'outside', report: 'reported' },
  reported: { approve: 'approved', refuse: 'refused' },
  approved: {},
  refused: {},
})

/** Who pays by the decision; null while nothing is decided. */
export function payerOf(state: WarrantyState): Payer | null {
  if (state === 'inside' || state === 'approved') return 'warranty'
  return state === 'outside' || state === 'refused' ? 'customer' : null
}

type Paid = {
  status: JobStatus
  approvalId: string | null
  additionalWorkId: string | null
  orderStatus: RepairOrderStatus
}

/** Who pays a line from its approval on, where the warranty took it while its price was in the customer's hand. */
export const borneByWarranty = ({ warranty, payer }: { warranty: WarrantyState; payer: Payer }) =>
  payer === 'customer' && payerOf(warranty) === 'warranty' ? { payer: 'warranty' as const } : {}

/**
 * Whether the payer of a line may follow its decision at once: before the customer has prices in hand either way; once the customer has signed only away from
 * the customer. Prices in the customer's hand change with a new version alone.
 */
export function payerFollows(
  { status, approvalId, additionalWorkId, orderStatus }: Paid,
  payer: Payer,
): boolean {
  if (status === 'proposed')
    return additionalWorkId === null && (orderStatus === 'draft' || orderStatus === 'estimated')
  return approvalId !== null && payer !== 'customer' && isLive(status) && status !== 'billed'
}

/** The department a brand's cases are reported to, by the setting `Brand = Department`, one a line or with semicolons (S2-61). */
export function authorityOf(setting: string, brand: string): string {
  const entries = setting.split(/[\n;；]/).map((line) => line.split(/[=＝]/).map((word) => word.trim()))
  const own = entries.find(([name]) => name && name.toLowerCase() === brand.trim().toLowerCase())
  const any = entries.find(([name]) => name === '*')
  return own?.[1] ?? any?.[1] ?? ''
}
