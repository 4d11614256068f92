import 'server-only'
import type { Tx } from '@/lib/server/db'
import { partSoFar } from '../used'

type Row = {
  dealershipId: string
  id: string
  partId: string | null
  quantityMilli: number
  issuedMilli: number
  unitPriceFen: number
  discountFen: number
}

/** Cuts the parts of a line down to what was handed out: nothing else is in the car, and nothing else is billed. */
export async function keepWhatWasUsed(tx: Tx, parts: readonly Row[]): Promise<void> {
  for (const part of parts) {
    const { dealershipId, id } = part
    const kept = partSoFar(part)
    const where = { dealershipId_id: { dealershipId, id } }
    if (kept) await tx.jobPart.update({ where, data: kept, select: { id: true } })
    else await tx.jobPart.delete({ where, select: { id: true } })
  }
}
