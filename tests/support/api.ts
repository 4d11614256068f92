import { SCOPES, type Scope } from '@/lib/auth/scopes'
import { dayOf } from '@/lib/core/time'
import { makeApiKey } from '@/lib/dealership/server/api-keys'
import { aDealership, ZONE, type GivenDealership } from './given'
import { aDraftOrder } from './orders'
import { aPassedOrder } from './quality'

export const aKey = async (given: GivenDealership, scopes: readonly Scope[] = SCOPES): Promise<string> =>
  (await makeApiKey(given.as('administrator'), { name: 'Partner', scopes: [...scopes] })).key

/** A dealership of the present day with a key of all scopes, a car to be washed and an order still in draft. */
export async function aHouseForTheApi() {
  const now = new Date()
  const given = await aDealership({ now, today: dayOf(now, ZONE) })
  const key = await aKey(given)
  const washable = await aPassedOrder(given, { order: { wash: true } })
  const draft = await aDraftOrder(given, { ready: false })
  return { given, key, washable, draft }
}
export type ApiHouse = Awaited<ReturnType<typeof aHouseForTheApi>>
