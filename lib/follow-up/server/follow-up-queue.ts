import 'server-only'
import { query } from '@/lib/server/doors'
import type { Prisma, Tx } from '@/lib/server/db'
import { OPEN_FOLLOW_UPS, stateOf, type FollowUpKind } from '../follow-up'
import { FollowUpQueue } from '../schemas'

const CALLED: FollowUpKind[] = ['call', 'extra', 'nextService']
const OPEN = { status: { in: [...OPEN_FOLLOW_UPS] } }

const views = (now: Date): Record<'due' | 'planned' | 'done', Prisma.FollowUpWhereInput> => ({
  due: { ...OPEN, dueFrom: { lte: now } },
  planned: { ...OPEN, dueFrom: { gt: now } },
  done: { status: { notIn: [...OPEN_FOLLOW_UPS] } },
})

/** The calls to make, the most urgent first: overdue and due by the clock, planned, or done; with the number of each. */
export const followUpQueue = query(
  'followUp.list',
  FollowUpQueue,
  async ({ tx, actor, now }, { view, kind }) => {
    const { dealershipId } = actor
    const where = { dealershipId, kind: kind ?? { in: CALLED } }
    const rows = await tx.followUp.findMany({
      where: { ...where, ...views(now)[view] },
      orderBy:
        view === 'done' ? { closedAt: 'desc' } : view === 'due' ? { dueTo: 'asc' } : { dueFrom: 'asc' },
      take: 100,
      select: {
        id: true,
        kind: true,
        status: true,
        dueFrom: true,
        dueTo: true,
        dueKm: true,
        satisfaction: true,
        problemSolved: true,
        closedAt: true,
        reason: true,
        vehicle: { select: { plate: true, model: true } },
        customer: { select: { id: true, name: true, formOfAddress: true, complaintSensitive: true } },
        order: { select: { id: true, no: true, deliveredAt: true } },
        _count: { select: { followUpAttempts: true } },
      },
    })
    return {
      rows: rows.map(({ _count, ...row }) => ({
        ...row,
        state: stateOf(row, now),
        attempts: _count.followUpAttempts,
      })),
      counts: await countsOf(tx, where, now),
    }
  },
)

async function countsOf(tx: Tx, where: Prisma.FollowUpWhereInput, now: Date) {
  const by = views(now)
  const [due, planned, overdue] = [
    await tx.followUp.count({ where: { ...where, ...by.due } }),
    await tx.followUp.count({ where: { ...where, ...by.planned } }),
    await tx.followUp.count({ where: { ...where, ...OPEN, dueTo: { lt: now } } }),
  ]
  return { due, planned, overdue }
}
