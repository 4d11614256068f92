import 'server-only'
import { pinyinOf } from '@/lib/core/pinyin'
import type { Tx } from '@/lib/server/db'

/** A night writes the pinyin of at most so many parts. */
const AT_ONCE = 2000

/** Writes the pinyin of parts that were kept before parts were found by it; answers how many. */
export async function spellParts(tx: Tx, dealershipId: string): Promise<number> {
  const parts = await tx.part.findMany({
    where: { dealershipId, pinyin: '' },
    select: { id: true, name: true },
    take: AT_ONCE,
  })
  const spelt = parts.map(({ id, name }) => ({ id, ...pinyinOf(name) })).filter(({ pinyin }) => pinyin)
  if (!spelt.length) return 0
  return tx.$executeRaw`
    UPDATE "Part" p SET pinyin = r.pinyin, initials = r.initials
    FROM jsonb_to_recordset(${JSON.stringify(spelt)}::jsonb) AS r(id uuid, pinyin text, initials text)
    WHERE p."dealershipId" = ${dealershipId}::uuid AND p.id = r.id`
}
