import { Refusal } from '../core/refusal'
import type { Payer } from '../orders/totals'

/** The part of the bill that one payer owes, all in fen. */
export type Share = { payer: Payer; amountFen: number; paidFen: number; claimNo: string }
export const isOwnAccount = (payer: Payer): boolean => payer === 'goodwill' || payer === 'internal'

export const openFen = ({ amountFen, paidFen }: Pick<Share, 'amountFen' | 'paidFen'>): number =>
  amountFen - paidFen

/** The customer's share is settled when paid to the last fen; the others also when they are booked under a number. */
const isShareSettled = (share: Share): boolean =>
  openFen(share) === 0 || (share.payer !== 'customer' && share.claimNo !== '')

export const isSettled = (shares: readonly Share[]): boolean => shares.every(isShareSettled)

/** Refuses an amount beyond what is still open on the share. */
export function checkPayment(share: Pick<Share, 'amountFen' | 'paidFen'>, amountFen: number): void {
  const open = openFen(share)
  if (open <= 0) throw new Refusal('payment.nothing-due')
  if (amountFen > open) throw new Refusal('payment.above-open', { openFen: open })
}

/** Refuses to give back more than is left of a payment. */
export function checkRefund(payment: { amountFen: number; refundedFen: number }, amountFen: number): void {
  const leftFen = payment.amountFen - payment.refundedFen
  if (amountFen > leftFen) throw new Refusal('payment.above-paid', { leftFen })
}

/** How far the bill lies above what the customer has signed, in fen; a negative number lies below. */
export const deviationFen = (totalFen: number, signedTotalFen: number | null): number =>
  totalFen - (signedTotalFen ?? 0)

/** What keeps a bill from the till: above the signed total (S7-31), consent by telephone not signed (C12), promises open (S7-18). */
export type Obstacles = { deviationFen: number; authorised: boolean; unsigned: number; openPromises: number }

export function checkObstacles({ deviationFen: over, authorised, unsigned, openPromises }: Obstacles): void {
  if (openPromises > 0) throw new Refusal('handOver.promises-open', { count: openPromises })
  if (unsigned > 0) throw new Refusal('settlement.consent-unsigned', { count: unsigned })
  if (over > 0 && !authorised) throw new Refusal('settlement.above-signed', { overFen: over })
}
