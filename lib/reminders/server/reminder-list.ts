import 'server-only'
import { dayOf, fromDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import type { Prisma } from '@/lib/server/db'
import { CONTACT_CLASSES } from '../contact'
import { ReminderList } from '../schemas'

const FOUND = 100

/**
 * One call list with the number on each: to call now, put off, or done; the most overdue first. A person's own portfolio
 * with `mine`; who is on the list of one plan, and so eligible for its offer, with `plan` (S1-18). At most 100 rows.
 */
export const reminderList = query(
  'reminder.list',
  ReminderList,
  async ({ tx, actor, now }, { class: of, view, mine, plan }) => {
    const { dealershipId } = actor
    const own = { dealershipId, ...(mine && actor.id ? { ownerId: actor.id } : {}) }
    const ofPlan = plan ? { planId: plan } : {}
    const views: Record<typeof view, Prisma.ContactTaskWhereInput> = {
      open: { status: 'open', nextAt: { lte: now } },
      later: { status: 'open', nextAt: { gt: now } },
      done: { status: { not: 'open' } },
    }
    const rows = await tx.contactTask.findMany({
      where: { ...own, ...ofPlan, class: of, ...views[view] },
      orderBy:
        view === 'done'
          ? [{ closedAt: 'desc' }]
          : view === 'later'
            ? [{ nextAt: 'asc' }]
            : [{ dueOn: 'asc' }, { createdAt: 'asc' }],
      take: FOUND,
      select: {
        id: true,
        class: true,
        listedAs: true,
        status: true,
        dueOn: true,
        nextAt: true,
        remindedAt: true,
        reason: true,
        vehicle: {
          select: {
            plate: true,
            model: true,
            vehicleDue: { select: { reason: true, remainingKm: true, usage: true } },
          },
        },
        customer: { select: { name: true, formOfAddress: true, tier: true, phoneWrongAt: true } },
        owner: { select: { name: true, nameEn: true } },
        plan: { select: { id: true, name: true } },
        _count: { select: { contactAttempts: true } },
      },
    })
    const groups = await tx.contactTask.groupBy({
      by: ['class'],
      where: { ...own, ...views.open },
      _count: true,
    })
    return {
      today: dayOf(now, (await thisDealership(tx, dealershipId)).timeZone),
      rows: rows.map(({ _count, dueOn, ...row }) => ({
        ...row,
        dueOn: fromDateColumn(dueOn),
        attempts: _count.contactAttempts,
      })),
      counts: Object.fromEntries(
        CONTACT_CLASSES.map((one) => [one, groups.find((group) => group.class === one)?._count ?? 0]),
      ) as Record<(typeof CONTACT_CLASSES)[number], number>,
    }
  },
)
