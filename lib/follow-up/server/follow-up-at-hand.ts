import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { followUpFlow, type FollowUpAction } from '../follow-up'

/** A follow-up with its order and what was tried before. Refuses with `common.not-found`. */
export async function followUpAtHand(tx: Tx, dealershipId: string, id: string) {
  const followUp = await tx.followUp.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      order: { select: { id: true, no: true, visitId: true } },
      customer: { select: { id: true, name: true, phone: true, locale: true } },
      followUpAttempts: { select: { result: true } },
    },
  })
  if (!followUp) throw new Refusal('common.not-found')
  return followUp
}

export type FollowUpAtHand = Awaited<ReturnType<typeof followUpAtHand>>

type Fields = { satisfaction?: 'verySatisfied' | 'basicallySatisfied' | 'disappointed' | null } & Record<
  string,
  unknown
>

/** Moves a follow-up along its workflow. Refuses with `status.not-from-here` or `common.changed-meanwhile`. */
export async function moveFollowUp(
  tx: Tx,
  { dealershipId, id, status }: FollowUpAtHand,
  action: FollowUpAction,
  stamps: Fields = {},
) {
  const next = followUpFlow.next(status, action)
  const { count } = await tx.followUp.updateMany({
    where: { dealershipId, id, status },
    data: { ...stamps, status: next },
  })
  if (!count) throw new Refusal('common.changed-meanwhile')
  return next
}
