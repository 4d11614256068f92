import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { partPrices } from '@/lib/catalogue/server/part-price'
import { settingsOf } from '@/lib/dealership/server/settings'
import { stockOf } from '@/lib/parts/server/stock'
import { query } from '@/lib/server/doors'
import { today } from './today'

export type FoundPart = Awaited<ReturnType<typeof findParts>>[number]

/** Up to twelve parts by number, name, pinyin or initials with price of the day, stock and day of arrival: the quick look-up at the desk (S3-02, S3-09). */
export const findParts = query(
  'order.edit',
  z.object({ q: f.text(40) }),
  async ({ tx, actor, now }, { q }) => {
    const latin = /^[a-z ]+$/i.test(q) ? q.toLowerCase().replaceAll(' ', '') : ''
    const contains = { contains: q, mode: 'insensitive' as const }
    const parts = await tx.part.findMany({
      where: {
        disabledAt: null,
        OR: [
          { no: contains },
          { name: contains },
          { nameEn: contains },
          { brand: contains },
          ...(latin ? [{ pinyin: { contains: latin } }, { initials: { startsWith: latin } }] : []),
        ],
      },
      orderBy: { no: 'asc' },
      take: 12,
      select: { id: true, no: true, name: true, nameEn: true, brand: true, unit: true, leadDays: true },
    })
    const ids = parts.map(({ id }) => id)
    const { day } = await today(tx, actor.dealershipId, now)
    const prices = await partPrices(tx, ids, day)
    const stock = await stockOf(tx, ids)
    const { 'parts.leadDays': usualDays } = await settingsOf(tx)
    return parts.map(({ leadDays, ...part }) => ({
      ...part,
      priceFen: prices.get(part.id) ?? null,
      freeMilli: stock.get(part.id)?.freeMilli ?? 0,
      expectedOn: stock.get(part.id)?.expectedOn ?? null,
      leadDays: leadDays ?? usualDays,
    }))
  },
)
