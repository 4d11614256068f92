import * as z from 'zod'
import { day, id, optional, requiredText, text } from '../core/fields'

/** A quantity as people type it (4, 0.5), in thousandths. */
export const quantity = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,6}([.,]\d{1,3})?$/, 'number')
      .transform((typed) => Number(typed.replace(',', '.'))),
  ])
  .transform((amount) => Math.round(amount * 1000))
  .pipe(z.number().int().min(1, 'too-small').max(100_000_000))

const yuan = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d{1,8}([.,]\d{1,2})?$/, 'number')
      .transform((typed) => Number(typed.replace(',', '.'))),
  ])
  .transform((amount) => Math.round(amount * 100))

export const ReceiveGoods = z.object({
  partId: id,
  quantity,
  brand: requiredText(60),
  model: requiredText(60),
  batchNo: requiredText(60),
  supplier: requiredText(120),
  unitCost: optional(yuan),
})

export const IssuePart = z.object({
  jobPartId: id,
  quantity: optional(quantity),
  batchNo: optional(text(60)),
  technicianId: optional(id),
})

export const IssueJobParts = z.object({ jobId: id, technicianId: optional(id) })

export const ReturnPart = z.object({
  jobPartId: id,
  quantity,
  reason: requiredText(200),
  batchNo: optional(text(60)),
})

export const OrderPart = z.object({ reservationId: id, expectedOn: day })

export const PickParts = z.object({
  reservationIds: z.union([id.transform((one) => [one]), z.array(id).min(1)]),
})

export const StockList = z.object({
  search: z.string().max(60).default(''),
  show: z.enum(['all', 'below']).catch('all').default('all'),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
