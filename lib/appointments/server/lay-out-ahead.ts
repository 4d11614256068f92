import 'server-only'
import { refreshCapacity } from '@/lib/dealership/server/capacity-ledger'
import { asSoleWriter, database } from '@/lib/server/db'
import { each } from '@/lib/server/each'

/** Lays out the days that have come within reach of booking, at every dealership: each night, and when the worker starts. */
export async function layOutAhead(now: Date): Promise<void> {
  const dealerships = await database().dealership.findMany({ select: { id: true } })
  await each(dealerships, 'lay-out', ({ id: dealershipId }) =>
    asSoleWriter(database(), dealershipId, (tx) => refreshCapacity(tx, { dealershipId, now }), now),
  )
}
