import { basisPoints, sumFen } from '../core/money'
import { Refusal } from '../core/refusal'
import type { Payer } from './totals'

/** What one payer bears of a line beside the line's own payer: a share in basis points, or an amount in fen. */
export type PayerShare = { payer: Payer; shareBp: number | null; amountFen: number | null }

const wantedFen = (totalFen: number, { shareBp, amountFen }: PayerShare): number =>
  shareBp === null ? (amountFen ?? 0) : basisPoints(totalFen, shareBp)

/** What a share takes of a line, in basis points, rounded up. */
export const borneBp = (totalFen: number, share: PayerShare): number =>
  share.shareBp ?? Math.ceil(((share.amountFen ?? 0) * 10_000) / Math.max(1, totalFen))

/**
 * What the payer of the line bears, then each share, in fen: they add up to `totalFen` exactly. A share never takes more than is
 * left, so a line that became cheaper than an agreed amount still adds up.
 */
export function shareFens(totalFen: number, shares: readonly PayerShare[]): number[] {
  let left = totalFen
  const fens = shares.map((share) => {
    const fen = Math.min(left, wantedFen(totalFen, share))
    left -= fen
    return fen
  })
  return [left, ...fens]
}

/** Refuses with `order.share-of-own-payer`, or with `order.shares-above-line` when the shares take more than the line costs. */
export function checkShares(line: { payer: Payer; totalFen: number }, shares: readonly PayerShare[]): void {
  if (shares.some(({ payer }) => payer === line.payer)) throw new Refusal('order.share-of-own-payer')
  const taken = sumFen(shares.map((share) => wantedFen(line.totalFen, share)))
  const sharesBp = sumFen(shares.map(({ shareBp }) => shareBp ?? 0))
  if (taken > line.totalFen || sharesBp > 10_000)
    throw new Refusal('order.shares-above-line', { totalFen: line.totalFen })
}

type Borne = { payer: Payer; totalFen: number; shares?: readonly { payer: Payer; totalFen: number }[] }

/** What the customer alone pays of a line, in fen. */
export function customerFen({ payer, totalFen, shares }: Borne): number {
  if (shares?.length)
    return sumFen(shares.filter((one) => one.payer === 'customer').map((one) => one.totalFen))
  return payer === 'customer' ? totalFen : 0
}
