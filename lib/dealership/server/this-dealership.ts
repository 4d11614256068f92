import 'server-only'
import type { Tx } from '@/lib/server/db'

/** Name, address and zone of the dealership of this transaction. */
export const thisDealership = (tx: Tx, dealershipId: string) =>
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
  })
