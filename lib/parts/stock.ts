import { Refusal } from '../core/refusal'

/** Stock of one part in thousandths of its unit. */
export type Stock = { onHandMilli: number; reservedMilli: number }

/** What nobody has claimed. */
export const freeMilli = ({ onHandMilli, reservedMilli }: Stock): number => onHandMilli - reservedMilli

/** How an issue is covered: first from what is held for the line, the rest from free stock. */
export type Cover = { fromHeldMilli: number; fromFreeMilli: number }

/**
 * Covers `wantedMilli` of a line that has `heldMilli` set aside. Refuses with `part.nothing-left-to-issue` when the line
 * has everything, and with `part.out-of-stock` when held and free together are too little.
 */
export function coverIssue(
  stock: Stock,
  line: { part: string; wantedMilli: number; openMilli: number; heldMilli: number },
): Cover {
  const { part, wantedMilli, openMilli, heldMilli } = line
  if (openMilli <= 0 || wantedMilli > openMilli)
    throw new Refusal('part.nothing-left-to-issue', { part, open: Math.max(0, openMilli) / 1000 })
  const fromHeldMilli = Math.min(heldMilli, wantedMilli)
  const fromFreeMilli = wantedMilli - fromHeldMilli
  const free = freeMilli(stock)
  if (fromFreeMilli > free)
    throw new Refusal('part.out-of-stock', { part, free: free / 1000, wanted: wantedMilli / 1000 })
  return { fromHeldMilli, fromFreeMilli }
}

export type Batch = { batchNo: string; leftMilli: number }

/** The batch to take from: the oldest with something left; '' when nothing is known of batches. */
export const oldestBatch = (batches: readonly Batch[]): string =>
  batches.find(({ leftMilli }) => leftMilli > 0)?.batchNo ?? ''
