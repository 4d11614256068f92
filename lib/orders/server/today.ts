import 'server-only'
import { dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'

/** The calendar day of `now` at the dealership, and its zone. */
export async function today(
  tx: Tx,
  dealershipId: string,
  now: Date,
): Promise<{ day: string; timeZone: string }> {
  const { timeZone } = await thisDealership(tx, dealershipId)
  return { day: dayOf(now, timeZone), timeZone }
}
