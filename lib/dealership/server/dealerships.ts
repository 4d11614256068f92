import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'

/** Every dealership of this installation with its public facts: where a customer can book. */
export const dealerships = query('dealership.read', z.object({}), ({ tx }) =>
  tx.dealership.findMany({
    orderBy: { code: 'asc' },
    select: {
      id: true,
      groupId: true,
      code: true,
      name: true,
      nameEn: true,
      brand: true,
      brandEn: true,
      phone: true,
      address: true,
      addressEn: true,
      timeZone: true,
    },
  }),
)
