import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'
import type { Tx } from '@/lib/server/db'
import { ofVisit } from '../schemas'

const person = { select: { name: true, nameEn: true } } as const

/** The test drive with the customer of a visit and the help asked for; null while there is neither. */
export const jointDrive = query('visit.list', ofVisit, ({ tx, actor }, { visitId }) =>
  tx.jointDrive.findUnique({
    where: { dealershipId_visitId: { dealershipId: actor.dealershipId, visitId } },
    select: {
      plan: true,
      driver: true,
      licenceSeen: true,
      result: true,
      reproduced: true,
      endedAt: true,
      helpAsked: true,
      helpAskedAt: true,
      helpAnswer: true,
      helpAnsweredAt: true,
      helpAskedBy: person,
      helpBy: person,
    },
  }),
)
export type JointDrive = NonNullable<Awaited<ReturnType<typeof jointDrive>>>

/** Questions from the cars that wait for an answer, oldest first. */
export const helpAsked = query('reception.answerHelp', z.object({}), ({ tx }) =>
  tx.jointDrive.findMany({
    where: {
      helpAskedAt: { not: null },
      helpAnsweredAt: null,
      visit: { status: { notIn: ['closed', 'leftWithoutOrder'] } },
    },
    orderBy: { helpAskedAt: 'asc' },
    take: 50,
    select: {
      visitId: true,
      helpAsked: true,
      helpAskedAt: true,
      helpAskedBy: person,
      visit: { select: { no: true, vehicle: { select: { plate: true, model: true } } } },
    },
  }),
)

/** The open visit of a drive with the drive as it stands. Refuses with `common.not-found` or, for a car that has left, `status.not-from-here`. */
export async function driveOf(tx: Tx, dealershipId: string, visitId: string) {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { no: true, status: true, vehicle: { select: { plate: true } }, jointDrive: true },
  })
  if (!visit) throw new Refusal('common.not-found')
  if (visit.status === 'closed' || visit.status === 'leftWithoutOrder')
    throw new Refusal('status.not-from-here', { from: visit.status, action: 'drive' })
  return visit
}
