import 'server-only'
import * as z from 'zod'
import { text } from '@/lib/core/fields'
import { normalPhone } from '@/lib/core/phone'
import { normalPlate } from '@/lib/core/plate'
import { query } from '@/lib/server/doors'
import type { Prisma } from '@/lib/server/db'
import { maskedPhone } from '../mask'
import { TIERS } from '../tier'

const CustomerSearch = z.object({
  q: text(60).catch('').default(''),
  tier: z.enum(TIERS).optional().catch(undefined),
  label: text(20).catch('').default(''),
})

/**
 * Customers by a piece of name, pinyin, initials, telephone or plate, by tier and by label; without words the newest ones.
 * Telephones are masked.
 */
export const customerList = query(
  'customer.read',
  CustomerSearch,
  async ({ tx, actor }, { q, tier, label }) => {
    const { dealershipId } = actor
    const rows = await tx.customer.findMany({
      where: {
        dealershipId,
        mergedIntoId: null,
        ...(tier ? { tier } : {}),
        ...(label ? { labels: { has: label } } : {}),
        ...matching(q),
      },
      orderBy: { createdAt: 'desc' },
      take: 60,
      select: {
        id: true,
        no: true,
        name: true,
        phone: true,
        tier: true,
        complaintSensitive: true,
        labels: true,
        vehicleParties: {
          where: { until: null },
          distinct: ['vehicleId'],
          select: { vehicle: { select: { id: true, plate: true, model: true, nextServiceOn: true } } },
        },
      },
    })
    return rows.map((row) => ({ ...row, phone: maskedPhone(row.phone) }))
  },
)

function matching(q: string): Prisma.CustomerWhereInput {
  if (!q) return {}
  const has = { contains: q, mode: 'insensitive' as const }
  const digits = normalPhone(q)
  const plate = normalPlate(q)
  return {
    OR: [
      { name: has },
      { pinyin: has },
      { initials: has },
      { no: has },
      ...(digits.length >= 3 ? [{ phone: { contains: digits } }] : []),
      ...(plate
        ? [{ vehicleParties: { some: { until: null, vehicle: { plate: { contains: plate } } } } }]
        : []),
    ],
  }
}
