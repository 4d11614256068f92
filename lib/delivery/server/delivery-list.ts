import 'server-only'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import { dayInterval, dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { requiredChecks } from '../hand-over'

const WAITING = ['ready', 'settling', 'paid', 'stopped'] as const

/** The cars to hand over, the longest waiting first, and those handed over today: promise against ready time (S7-20), checks left, bill. */
export const deliveryList = query('handOver.read', z.object({}), async ({ tx, actor, now }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const today = dayInterval(dayOf(now, timeZone), timeZone)
  const orders = await tx.repairOrder.findMany({
    where: {
      dealershipId,
      OR: [
        { status: { in: [...WAITING] } },
        { status: { in: ['delivered', 'closed'] }, deliveredAt: { gte: today.start, lt: today.end } },
      ],
    },
    orderBy: [{ readyAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      no: true,
      status: true,
      promisedAt: true,
      promisedTo: true,
      firstPromisedAt: true,
      readyAt: true,
      deliveredAt: true,
      visit: { select: { id: true, waiting: true, licenceTaken: true, bookletTaken: true, keysTaken: true } },
      vehicle: { select: { plate: true, model: true } },
      customer: { select: { name: true, formOfAddress: true } },
      adviser: { select: { name: true, nameEn: true } },
      handOver: { select: { handOverChecks: { select: { key: true } } } },
      settlement: { select: { totalFen: true, deviationFen: true, deviationAuthorisedById: true } },
      jobs: { where: { jobParts: { some: {} } }, select: { id: true }, take: 1 },
    },
  })
  return orders.map(({ handOver, visit, jobs, settlement, ...order }) => {
    const required = requiredChecks({ ...visit, partsReplaced: jobs.length > 0 })
    const done = new Set(handOver?.handOverChecks.map(({ key }) => key))
    const due = order.promisedTo ?? order.promisedAt
    return {
      ...order,
      visitId: visit.id,
      waits: visit.waiting === 'waits',
      checksLeft: required.filter((key) => !done.has(key)).length,
      lateMinutes:
        due && order.readyAt && order.readyAt > due
          ? Math.ceil((order.readyAt.getTime() - due.getTime()) / 60_000)
          : 0,
      totalFen: may(actor, 'settlement.read') ? (settlement?.totalFen ?? null) : null,
      blocked: !!settlement && settlement.deviationFen > 0 && settlement.deviationAuthorisedById === null,
    }
  })
})
