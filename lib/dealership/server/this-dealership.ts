import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import { once } from '@/lib/server/once'

/** Name, address and zone of the dealership of this transaction. */
export const thisDealership = once((tx, dealershipId: string) =>
  tx.dealership.findUniqueOrThrow({
    where: { id: dealershipId },
    select: {
      id: true,
      code: true,
      name: true,
      nameEn: true,
      brand: true,
      brandEn: true,
      phone: true,
      address: true,
      addressEn: true,
      timeZone: true,
      locale: true,
    },
  }),
)

/** The actor's own dealership. */
export const dealershipOne = query('dealership.read', z.object({}), ({ tx, actor }) =>
  thisDealership(tx, actor.dealershipId),
)
