import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { contactFlow, type ContactTaskStatus } from '../contact'

/** A contact with its car, customer and earlier attempts. Refuses with `common.not-found`. */
export async function contactAtHand(tx: Tx, dealershipId: string, id: string) {
  const task = await tx.contactTask.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      contactAttempts: { where: { written: false }, select: { result: true } },
      plan: { select: { scriptCode: true } },
    },
  })
  if (!task) throw new Refusal('common.not-found')
  return task
}
export type ContactAtHand = Awaited<ReturnType<typeof contactAtHand>>

type Stamps = { nextAt?: Date; closedAt?: Date | null; reason?: string; appointmentId?: string }

/** Moves a contact along its workflow. Refuses with `status.not-from-here` or `common.changed-meanwhile`. */
export async function moveContact(
  tx: Tx,
  { dealershipId, id, status }: Pick<ContactAtHand, 'dealershipId' | 'id' | 'status'>,
  action: Parameters<typeof contactFlow.next>[1],
  stamps: Stamps = {},
): Promise<ContactTaskStatus> {
  const next = contactFlow.next(status, action)
  const { count } = await tx.contactTask.updateMany({
    where: { dealershipId, id, status },
    data: { ...stamps, status: next },
  })
  if (!count) throw new Refusal('common.changed-meanwhile')
  return next
}

/** The booking of a car that is still to come, made since a moment. */
export const bookingOf = (tx: Tx, dealershipId: string, vehicleId: string, since: Date) =>
  tx.appointment.findFirst({
    where: {
      dealershipId,
      vehicleId,
      createdAt: { gte: since },
      status: { in: ['requested', 'confirmed', 'waitingParts', 'ready'] },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })

/** The version of a script to read out now: of the plan's code, else of the class; null when none was issued. */
export const scriptInForce = (tx: Tx, dealershipId: string, task: Pick<ContactAtHand, 'class' | 'plan'>) =>
  tx.callScript.findFirst({
    where: {
      dealershipId,
      ...(task.plan?.scriptCode ? { code: task.plan.scriptCode } : { class: task.class }),
    },
    orderBy: [{ issuedAt: 'desc' }, { version: 'desc' }],
  })
