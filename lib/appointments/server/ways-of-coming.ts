import 'server-only'
import { positionOf } from '@/lib/core/distance'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query, type Context } from '@/lib/server/doors'
import { limit } from '@/lib/server/rate-limit'
import { WaysOfComing } from '../schemas'
import { freeWays } from './arrange-way'
import { checkMoving } from './open-slots'

/** Whether the car of a booking at this time can be fetched, within which distance of where, and whether a loaner car is free. */
export const waysOfComing = query(
  'slot.list',
  WaysOfComing,
  async ({ tx, actor }, { startsAt, readyAt, movingId }) => {
    checkMoving(actor, movingId)
    const settings = await settingsOf(tx)
    const of = { dealershipId: actor.dealershipId, exceptId: movingId }
    const times = { startsAt, promisedAt: readyAt ?? null }
    return {
      ...(await freeWays(tx, of, times, settings)),
      radiusKm: settings['pickup.radiusKm'],
      house: positionOf(settings['place.coordinates']),
    }
  },
)

/** The same for anybody; refuses `auth.too-many-requests` past 120 times in ten minutes per address. */
export async function publicWays(context: Context & { address: string }, raw: unknown) {
  if (context.address) await limit('ways-address', context.address, 120, 600)
  return waysOfComing(context, raw)
}
