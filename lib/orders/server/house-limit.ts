import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { houseLimitBp } from '../payer-reason'
import type { OrderType } from '../schemas'

/** How much of a line of this order this person may let the house bear, in basis points. */
export const houseLimitOf = async (tx: Tx, actor: Actor, { type }: { type: OrderType }): Promise<number> =>
  houseLimitBp(actor, type, (await settingsOf(tx))['order.goodwillLimitBp'])
