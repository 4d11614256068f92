import 'server-only'
import type { Context } from '@/lib/server/doors'
import { limit } from '@/lib/server/rate-limit'
import { openSlots } from './open-slots'

/** The free times as anybody may ask for them; refuses `auth.too-many-requests` past 120 times in ten minutes per address. */
export async function publicSlots(context: Context & { address: string }, raw: unknown) {
  if (context.address) await limit('slots-address', context.address, 120, 600)
  return openSlots(context, raw)
}
