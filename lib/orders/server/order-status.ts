import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Prisma, Tx } from '@/lib/server/db'
import { additionalWorkFlow, type AdditionalWorkAction, type AdditionalWorkStatus } from '../additional-work'
import { jobFlow, type JobAction, type JobStatus } from '../job'
import { repairOrderFlow, type RepairOrderAction, type RepairOrderStatus } from '../repair-order'

type Moved<Status> = { dealershipId: string; id: string; status: Status }
type Fields<Update> = Omit<Update, 'status' | 'id' | 'dealershipId'>

/**
 * Moves an order along its workflow and writes `stamps` with it; answers the new status.
 * Refuses with `status.not-from-here`, or with `common.changed-meanwhile` when another writer moved it first.
 */
export async function moveOrder(
  tx: Tx,
  { dealershipId, id, status }: Moved<RepairOrderStatus>,
  action: RepairOrderAction,
  stamps: Fields<Prisma.RepairOrderUncheckedUpdateManyInput> = {},
): Promise<RepairOrderStatus> {
  const next = repairOrderFlow.next(status, action)
  const data = { ...stamps, status: next }
  const { count } = await tx.repairOrder.updateMany({ where: { dealershipId, id, status }, data })
  if (!count) throw new Refusal('common.changed-meanwhile')
  return next
}

/** Moves one line of an order, as `moveOrder` does. A line that is not approved can never be assigned. */
export async function moveJob(
  tx: Tx,
  { dealershipId, id, status }: Moved<JobStatus>,
  action: JobAction,
  stamps: Fields<Prisma.JobUncheckedUpdateManyInput> = {},
): Promise<JobStatus> {
  const next = jobFlow.next(status, action)
  const { count } = await tx.job.updateMany({
    where: { dealershipId, id, status },
    data: { ...stamps, status: next },
  })
  if (!count) throw new Refusal('common.changed-meanwhile')
  return next
}

/** Moves a request for additional work, as `moveOrder` does. */
export async function moveAdditionalWork(
  tx: Tx,
  { dealershipId, id, status }: Moved<AdditionalWorkStatus>,
  action: AdditionalWorkAction,
  stamps: Fields<Prisma.AdditionalWorkUncheckedUpdateManyInput> = {},
): Promise<AdditionalWorkStatus> {
  const next = additionalWorkFlow.next(status, action)
  const data = { ...stamps, status: next }
  const { count } = await tx.additionalWork.updateMany({ where: { dealershipId, id, status }, data })
  if (!count) throw new Refusal('common.changed-meanwhile')
  return next
}
