import * as z from 'zod'

const Named = z.object({ name: z.string(), nameEn: z.string().default('') })

/** The next service as it was told: day, kilometres, and where a package is known its work, its price in fen and its minutes. */
const NextService = z.object({
  on: z.string().nullable(),
  km: z.number().nullable(),
  name: z.string().optional(),
  nameEn: z.string().optional(),
  items: z.array(Named).optional(),
  priceFen: z.number().int().optional(),
  minutes: z.number().int().optional(),
})
export type NextService = z.output<typeof NextService>

/** What a record keeps of it; null when nothing was told. */
export const nextServiceFrom = (kept: unknown): NextService | null =>
  NextService.nullable()
    .catch(null)
    .parse(kept ?? null)
