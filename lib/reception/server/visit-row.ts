import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Prisma, Tx } from '@/lib/server/db'
import { visitFlow, type VisitAction, type VisitStatus } from '../visit'

/** The visit and its reception record as the commands of the reception need them. Refuses with `common.not-found`. */
export async function visitRow(tx: Tx, dealershipId: string, visitId: string) {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    include: {
      vehicle: true,
      sender: true,
      receptionBay: { select: { id: true, name: true, nameEn: true } },
      comebackOf: { select: { id: true, no: true } },
      receptionRecord: {
        include: {
          walkAroundItems: true,
          damageMarks: { orderBy: { at: 'asc' } },
          valuables: true,
          wheelReadings: true,
        },
      },
    },
  })
  if (!visit?.receptionRecord) throw new Refusal('common.not-found')
  return { ...visit, record: visit.receptionRecord }
}

type Stamps = Omit<Prisma.VisitUncheckedUpdateManyInput, 'status' | 'id' | 'dealershipId'>

/** Moves a visit along its workflow. Refuses with `status.not-from-here` or `common.changed-meanwhile`. */
export async function moveVisit(
  tx: Tx,
  { dealershipId, id, status }: { dealershipId: string; id: string; status: VisitStatus },
  action: VisitAction,
  stamps: Stamps = {},
): Promise<VisitStatus> {
  const next = visitFlow.next(status, action)
  const { count } = await tx.visit.updateMany({
    where: { dealershipId, id, status },
    data: { ...stamps, status: next },
  })
  if (count === 0) throw new Refusal('common.changed-meanwhile')
  return next
}

/** Refuses with `reception.frozen` once the customer has signed, with `reception.kit-first` before the walk-around. */
export function checkInspecting(status: VisitStatus, frozenAt: Date | null): void {
  if (frozenAt) throw new Refusal('reception.frozen')
  if (status === 'waitingGreeting' || status === 'greeted') throw new Refusal('reception.not-started')
  if (status !== 'inspecting') throw new Refusal('status.not-from-here', { from: status, action: 'inspect' })
}
