import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf, fromDateColumn, plusDays } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { contactRates, type ContactCounts } from '../contact-rate'
import { ContactFigures } from '../schemas'
import { REMINDER_TEMPLATES } from '../written'

/**
 * The measures of a period, today included: of the contacts that somebody tried, how many were reached and how many booked
 * (X-KPI-01, X-KPI-02), the share of customers with a number that is known to work (S1-17), messages sent, and how many
 * bookings were active (S1-13).
 */
export const contactFigures = query('reminder.list', ContactFigures, async ({ tx, actor, now }, { days }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const first = plusDays(dayOf(now, timeZone), 1 - days)
  const from = dayInterval(first, timeZone).start
  const settings = await settingsOf(tx)
  const [row] = await tx.$queryRaw<ContactCounts[]>`
    SELECT count(*)::int AS contacted, count(*) FILTER (WHERE reached)::int AS reached, count(*) FILTER (WHERE booked)::int AS booked
    FROM (SELECT bool_or(a.reached) AS reached,
        bool_or(a.booked) OR bool_or(t."appointmentId" IS NOT NULL AND t.status IN ('booked', 'came')) AS booked
      FROM "ContactAttempt" a JOIN "ContactTask" t ON t."dealershipId" = a."dealershipId" AND t.id = a."taskId"
      WHERE a."dealershipId" = ${dealershipId}::uuid AND a.at >= ${from} AND NOT a.written GROUP BY t.id) contacts`
  const counts = row ?? { contacted: 0, reached: 0, booked: 0 }
  const written = await tx.outboxMessage.count({
    where: { dealershipId, template: { in: Object.values(REMINDER_TEMPLATES) }, createdAt: { gte: from } },
  })
  const bookings = await tx.appointment.groupBy({
    by: ['kind'],
    where: { dealershipId, createdAt: { gte: from } },
    _count: true,
  })
  const customers = { dealershipId, mergedIntoId: null }
  const verified = await tx.customer.count({
    where: { ...customers, verifiedAt: { not: null }, phoneWrongAt: null },
  })
  const all = await tx.customer.count({ where: customers })
  const bookedAs = (kind: string) => bookings.find((one) => one.kind === kind)?._count ?? 0
  return {
    days,
    from: first,
    ...counts,
    ...contactRates(counts),
    targetBp: settings['kpi.reminderSuccessBp'],
    referenceBp: settings['kpi.actualBookingBp'] || null,
    written,
    verified,
    customers: all,
    active: bookedAs('active'),
    passive: bookedAs('passive'),
  }
})

type Progress = { planId: string } & ContactCounts & { listed: number; came: number }

/** The plans that run or ran lately with target and result (S1-02, X-CAM-26). */
export const contactPlans = query('reminder.list', z.object({}), async ({ tx, actor: { dealershipId } }) => {
  const plans = await tx.contactPlan.findMany({
    where: { dealershipId },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { fromOn: 'desc' }],
    take: 20,
    include: {
      owner: { select: { name: true, nameEn: true } },
      package: { select: { name: true, nameEn: true } },
    },
  })
  const progress = await tx.$queryRaw<Progress[]>`
    SELECT t."planId", count(*)::int AS listed,
      count(*) FILTER (WHERE a.contacted OR t."remindedAt" IS NOT NULL)::int AS contacted,
      count(*) FILTER (WHERE a.reached)::int AS reached,
      count(*) FILTER (WHERE a.booked OR t.status = 'booked' OR (t.status = 'came' AND t."appointmentId" IS NOT NULL))::int AS booked,
      count(*) FILTER (WHERE t.status = 'came')::int AS came
    FROM "ContactTask" t
    LEFT JOIN LATERAL (SELECT true AS contacted, bool_or(b.reached) AS reached, bool_or(b.booked) AS booked
      FROM "ContactAttempt" b WHERE b."dealershipId" = t."dealershipId" AND b."taskId" = t.id HAVING count(*) > 0) a ON true
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."planId" = ANY(${plans.map(({ id }) => id)}::uuid[])
    GROUP BY 1`
  const none = { listed: 0, contacted: 0, reached: 0, booked: 0, came: 0 }
  return plans.map(({ fromOn, toOn, dealershipId: _tenant, ...plan }) => ({
    ...plan,
    fromOn: fromDateColumn(fromOn),
    toOn: fromDateColumn(toOn),
    ...(progress.find(({ planId }) => planId === plan.id) ?? none),
  }))
})
