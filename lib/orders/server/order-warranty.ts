import 'server-only'
import * as z from 'zod'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { guaranteeOf } from '../guarantee'
import { OrderId } from '../schemas'
import { warningsOf } from '../three-guarantees'
import { authorityOf, payerOf } from '../warranty'
import { guaranteeCounters, runningGuarantees } from './car-guarantees'
import { today } from './today'

/**
 * What the warranty means for an order: the decision on each line and who pays by it, recalls and campaigns that are open for the
 * car, guarantees of earlier repairs that still run, that of this one, and the counters of the three guarantees that warn.
 */
export const orderWarranty = query('order.warranty', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const { dealershipId } = actor
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      vehicleId: true,
      deliveredAt: true,
      repairClass: true,
      vehicle: { select: { brand: true } },
      visit: { select: { receptionRecord: { select: { odometerKm: true } } } },
    },
  })
  if (!order) throw new Refusal('common.not-found')
  const { day, timeZone } = await today(tx, dealershipId, now)
  const at = { dealershipId, now, day, timeZone }
  const jobs = await tx.job.findMany({
    where: { orderId, chosen: true, status: { notIn: ['declined', 'cancelled'] } },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      title: true,
      titleEn: true,
      payer: true,
      warranty: true,
      status: true,
      warrantyDecision: { include: { decidedBy: { select: { name: true, nameEn: true } } } },
    },
  })
  const [counters] = await guaranteeCounters(tx, at, order.vehicleId)
  const deliveredOn = order.deliveredAt && dayOf(order.deliveredAt, timeZone)
  const km = order.visit.receptionRecord?.odometerKm ?? null
  return {
    lines: jobs.map(({ warrantyDecision: made, ...job }) => ({
      ...job,
      proposed: payerOf(job.warranty),
      decision: made && {
        reason: made.reason,
        diagnosis: made.diagnosis,
        decidedAt: made.decidedAt,
        decidedBy: made.decidedBy ? nameIn(made.decidedBy, actor.locale) : '',
        authority: made.authority,
        reportNo: made.reportNo,
        reportedAt: made.reportedAt,
        conclusion: made.conclusion,
        concludedOn: made.concludedOn && fromDateColumn(made.concludedOn),
      },
    })),
    authority: authorityOf((await settingsOf(tx))['warranty.authorities'], order.vehicle.brand),
    recalls: await openRecalls(tx, dealershipId, order.vehicleId),
    running: await runningGuarantees(tx, at, order.vehicleId, orderId),
    repairClass: order.repairClass,
    guarantee: deliveredOn ? guaranteeOf(order.repairClass, { deliveredOn, km }) : null,
    warnings: counters ? warningsOf(counters) : [],
  }
})

export type OpenRecall = { id: string; kind: 'recall' | 'campaign'; title: string; packageId: string | null; dueOn: string } // prettier-ignore

/** Recalls and campaigns that list this car and whose work no order since has; recalls first. */
const openRecalls = (tx: Tx, dealershipId: string, vehicleId: string) =>
  tx.$queryRaw<OpenRecall[]>`
    SELECT t.id, t.class::text AS kind, coalesce(nullif(c.name, ''), p.name, '') AS title, t."packageId", t."dueOn"::text AS "dueOn"
    FROM "ContactTask" t
    LEFT JOIN "ContactPlan" c ON c."dealershipId" = t."dealershipId" AND c.id = t."planId"
    LEFT JOIN "ServicePackage" p ON p."dealershipId" = t."dealershipId" AND p.id = t."packageId"
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ${vehicleId}::uuid
      AND (t.class = 'recall' AND t.status <> 'closed' OR t.class = 'campaign' AND t.status IN ('open', 'booked', 'came'))
      AND NOT EXISTS (SELECT 1 FROM "Job" j JOIN "RepairOrder" o ON o."dealershipId" = j."dealershipId" AND o.id = j."orderId"
        WHERE o."dealershipId" = t."dealershipId" AND o."vehicleId" = t."vehicleId" AND o."createdAt" >= t."createdAt"
          AND j.status NOT IN ('declined', 'cancelled') AND (j."packageId" = t."packageId" OR j.title = c.name))
    ORDER BY t.class = 'recall' DESC, t."dueOn" LIMIT 20`

/** The cases of the warranty that wait, and the cars whose counters warn: for the warranty clerk and the managers. */
export const warrantyDesk = query('order.warranty', z.object({}), async ({ tx, actor, now }) => {
  const { dealershipId } = actor
  const { day, timeZone } = await today(tx, dealershipId, now)
  const waiting = await tx.warrantyDecision.findMany({
    where: { dealershipId, state: { in: ['undecided', 'reported'] }, job: { status: { notIn: ['declined', 'cancelled'] } } },
    orderBy: { decidedAt: 'asc' },
    take: 100,
    include: {
      job: { select: { id: true, title: true, titleEn: true, order: { select: { id: true, no: true, vehicle: { select: { plate: true } } } } } },
    },
  }) // prettier-ignore
  const cars = await guaranteeCounters(tx, { dealershipId, now, day, timeZone }, null)
  return {
    waiting: waiting.map(({ id, state, reason, authority, decidedAt, reportedAt, job }) => ({
      id,
      state,
      reason,
      authority,
      since: reportedAt ?? decidedAt,
      title: job.title,
      titleEn: job.titleEn,
      orderId: job.order.id,
      no: job.order.no,
      plate: job.order.vehicle.plate,
    })),
    cars: cars.flatMap((car) => {
      const warnings = warningsOf(car)
      return warnings.length ? [{ ...car, warnings }] : []
    }),
  }
})
