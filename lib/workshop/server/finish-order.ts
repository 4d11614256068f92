import 'server-only'
import { isLive } from '@/lib/orders/job'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'
import { moveOrder } from '@/lib/orders/server/order-status'
import type { Tx } from '@/lib/server/db'

const FINISHED: readonly string[] = ['done', 'qcPassed', 'billed']

/** Hands the order to the inspector when its last approved line is finished; answers whether it was. */
export async function finishOrder(
  tx: Tx,
  order: { dealershipId: string; id: string; status: RepairOrderStatus },
  now: Date,
): Promise<boolean> {
  const { dealershipId, id: orderId } = order
  const jobs = await tx.job.findMany({ where: { dealershipId, orderId }, select: { status: true } })
  if (jobs.some(({ status }) => isLive(status) && !FINISHED.includes(status))) return false
  await moveOrder(tx, order, 'finish', { workDoneAt: now })
  return true
}
