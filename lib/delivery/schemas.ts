import * as z from 'zod'
import { day, fen, flag, id, idempotencyKey, km, optional, requiredText, text } from '../core/fields'
import { CHECK_KEYS } from './hand-over'

export const OrderOnly = z.object({ orderId: id })
export const OpenHandOver = OrderOnly

export const TickHandOver = z.object({
  orderId: id,
  /** One check, or several that are ticked in one go. */
  check: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(z.enum(CHECK_KEYS)).min(1).max(CHECK_KEYS.length),
  ),
  /** false takes the tick back. */
  on: flag.default(true),
  /** For the check `voucher`: the code on the customer's copy, typed or scanned. */
  code: optional(text(60)),
})

export const WriteAdvice = z.object({
  orderId: id,
  nextServiceOn: optional(day),
  nextServiceKm: optional(km),
  adviceText: text(2000).default(''),
  useNotes: text(2000).default(''),
})

export const DrawSettlement = OrderOnly

export const AuthoriseDeviation = z.object({ orderId: id, reason: requiredText(500) })

export const BookClaim = z.object({ shareId: id, claimNo: requiredText(60) })

export const PAYMENT_METHODS = ['cash', 'card', 'wechat', 'alipay', 'transfer', 'account'] as const

export const RefundPayment = z.object({
  paymentId: id,
  amountFen: fen.pipe(z.number().min(1, 'too-small')),
  reason: requiredText(300),
  /** Number of the red-letter invoice or of the transfer back. */
  reference: text(80).default(''),
  idempotencyKey,
})

export const ReceivePayment = z.object({
  shareId: id,
  method: z.enum(PAYMENT_METHODS),
  amountFen: fen.pipe(z.number().min(1, 'too-small')),
  reference: text(80).default(''),
  invoiceNo: text(40).default(''),
  idempotencyKey,
})
