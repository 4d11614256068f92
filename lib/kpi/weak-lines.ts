import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { normalPlate } from '@/lib/core/plate'
import { COMPLAINT_GROUPS, COMPLAINT_WORDS, type ComplaintGroup } from '@/lib/reception/complaint-words'

export const WEAK_PERIODS = [30, 90, 365] as const
/** By the work of a line, or by the group of complaints its words belong to. */
export const WEAK_BY = ['work', 'complaint'] as const
/** What is counted of a group; each opens the orders behind it. */
export const WEAK_COUNTS = ['orders', 'cars', 'comebacks', 'additional', 'warranty'] as const
export type WeakCount = (typeof WEAK_COUNTS)[number]

export const WeakLines = z.object({
  days: z.coerce
    .number()
    .pipe(z.union(WEAK_PERIODS.map((days) => z.literal(days))))
    .catch(90)
    .default(90),
  by: z.enum(WEAK_BY).catch('work').default('work'),
  model: f.text(40).catch('').default(''),
  plate: f.text(20).catch('').default('').transform(normalPlate),
})

/** `key` of a group and what of it is opened. */
export const WeakLineOrders = WeakLines.extend({
  key: z.string().max(60),
  what: z.enum(WEAK_COUNTS).catch('orders').default('orders'),
})

export type WeakLine = { key: string; name: string; nameEn: string } & Record<WeakCount, number>

export const isComplaintGroup = (key: string): key is ComplaintGroup =>
  (COMPLAINT_GROUPS as readonly string[]).includes(key)

/** The words of each group of complaints as PostgreSQL reads them: its end of a word is `\y`. */
export const COMPLAINT_PATTERNS = COMPLAINT_GROUPS.map((group) =>
  COMPLAINT_WORDS[group].source.replaceAll('\\b', '\\y'),
)
