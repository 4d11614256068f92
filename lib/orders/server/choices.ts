import 'server-only'
import type { Tx } from '@/lib/server/db'
import { checkRoomForAlternative } from '../choices'

type JobRow = { dealershipId: string; id: string; orderId: string; choiceId: string | null; chosen: boolean }

const key = ({ dealershipId, id }: { dealershipId: string; id: string }) => ({
  dealershipId_id: { dealershipId, id },
})

/** The proposed lines that are alternatives of each other, in their order. */
const alternatives = (tx: Tx, { dealershipId, orderId }: JobRow, choiceId: string) =>
  tx.job.findMany({
    where: { dealershipId, orderId, choiceId, status: 'proposed' },
    orderBy: { position: 'asc' },
    select: { id: true, chosen: true },
  })

/** Makes a new line an alternative of another; the other stays chosen. Refuses with `order.choice-full`. */
export async function offerAlternative(tx: Tx, base: JobRow, jobId: string): Promise<void> {
  const { dealershipId, choiceId: before } = base
  const choiceId = before ?? base.id
  checkRoomForAlternative(before ? (await alternatives(tx, base, before)).length : 1)
  if (!before) await tx.job.update({ where: key(base), data: { choiceId }, select: { id: true } })
  await tx.job.update({
    where: key({ dealershipId, id: jobId }),
    data: { choiceId, chosen: false },
    select: { id: true },
  })
}

/** Chooses this line among its alternatives. */
export async function chooseLine(tx: Tx, job: JobRow): Promise<void> {
  const { dealershipId, orderId, choiceId } = job
  await tx.job.updateMany({ where: { dealershipId, orderId, choiceId }, data: { chosen: false } })
  await tx.job.update({ where: key(job), data: { chosen: true }, select: { id: true } })
}

/** A line has left its alternatives: one that remains alone is an ordinary line, and one of several is always chosen. */
export async function leaveChoice(tx: Tx, job: JobRow): Promise<void> {
  const { dealershipId, choiceId } = job
  if (!choiceId) return
  const rest = (await alternatives(tx, job, choiceId)).filter(({ id }) => id !== job.id)
  const chosen = rest.find((one) => one.chosen) ?? rest[0]
  if (!chosen) return
  await tx.job.update({
    where: key({ dealershipId, id: chosen.id }),
    data: { chosen: true, choiceId: rest.length > 1 ? choiceId : null },
    select: { id: true },
  })
}
