import 'server-only'
import type { Tx } from '@/lib/server/db'

/** Ends the entry of the waiting list that a held place belongs to. */
export const settleWaiting = (
  tx: Tx,
  { dealershipId, id: appointmentId }: { dealershipId: string; id: string },
  status: 'taken' | 'withdrawn',
) =>
  tx.waitingEntry.updateMany({ where: { dealershipId, appointmentId, status: 'offered' }, data: { status } })
