import { cache } from 'react'
import { dealerships } from '@/lib/dealership/server/dealerships'
import { visitorContext } from '@/lib/server/session'

export const NOWHERE = '00000000-0000-0000-0000-000000000000'

/** Where a customer can book; dealerships are public facts, so the visitor is nowhere yet. */
export const publicDealerships = cache(async () => dealerships(await visitorContext(NOWHERE), {}))
