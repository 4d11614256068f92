import 'server-only'
import type { Tx } from '@/lib/server/db'
import { OPEN_REQUESTS } from '../additional-work'

/** How many requests for additional work of an order nobody has answered or taken back. */
export const openRequests = (tx: Tx, dealershipId: string, orderId: string): Promise<number> =>
  tx.additionalWork.count({ where: { dealershipId, orderId, status: { in: [...OPEN_REQUESTS] } } })
