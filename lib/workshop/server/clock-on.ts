import 'server-only'
import type { StaffActor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn, timeOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { moveJob, moveOrder } from '@/lib/orders/server/order-status'
import type { Prisma, Tx } from '@/lib/server/db'
import { fittingBays } from '../bay'
import { clockedMinutes } from '../clock'
import { gradeCovers, isCertified } from '../grade'
import { minutesToPlan, plannedMinutes, type LiveEntry } from '../plan'
import { workingEnd } from '../working-time'
import { settledPlan, writeForecast, type LivePlan } from './live-plan'
import type { OwnJob } from './own-job'

/**
 * Starts the clock of a technician on a job, at a place in the plan: the planned one, moved to now, or a new one for a job
 * that was paused or sent back. What was planned after it on person, bay or car moves back. The order is in repair from the
 * first start on, and the visit's work has begun.
 */
export async function clockOn(
  tx: Tx,
  actor: StaffActor,
  job: OwnJob,
  action: 'start' | 'resume',
  now: Date,
): Promise<void> {
  const { dealershipId, id: technicianId } = actor
  await checkFree(tx, technicianId, job.id)
  await checkStillAllowed(tx, actor, job, now)
  const plan = await settledPlan(tx, dealershipId, now)
  await leaveOwnBreaks(tx, dealershipId, plan, technicianId, job.id, now)
  await takePlace(tx, actor, job, plan, now)
  await moveJob(
    tx,
    { dealershipId, id: job.id, status: job.status },
    action,
    job.startedAt ? {} : { startedAt: now },
  )
  const stamps = job.order.workStartedAt ? {} : { workStartedAt: now }
  await moveOrder(tx, { dealershipId, id: job.order.id, status: job.order.status }, 'start', stamps)
  await tx.clocking.create({
    data: { dealershipId, jobId: job.id, technicianId, startsAt: now },
    select: { id: true },
  })
}

async function checkFree(tx: Tx, technicianId: string, jobId: string): Promise<void> {
  const running = await tx.clocking.findFirst({
    where: { technicianId, endsAt: null },
    select: { jobId: true, job: { select: { order: { select: { vehicle: { select: { plate: true } } } } } } },
  })
  if (!running) return
  if (running.jobId === jobId) throw new Refusal('clocking.already-running')
  throw new Refusal('clocking.other-job-running', { plate: running.job.order.vehicle.plate })
}

async function checkStillAllowed(
  tx: Tx,
  { dealershipId, id, name }: StaffActor,
  job: OwnJob,
  now: Date,
): Promise<void> {
  const { grade, certifiedUntil } = await tx.staff.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id } },
  })
  const { timeZone } = await thisDealership(tx, dealershipId)
  if (!isCertified(certifiedUntil ? fromDateColumn(certifiedUntil) : null, dayOf(now, timeZone)))
    throw new Refusal('plan.not-certified', { technician: name })
  if (!gradeCovers(grade, job.minGrade))
    throw new Refusal('plan.grade-too-low', { technician: name, needed: job.minGrade })
}

/** Whoever starts another car during a break has left the first one: its place becomes free. */
async function leaveOwnBreaks(
  tx: Tx,
  dealershipId: string,
  plan: LivePlan,
  technicianId: string,
  jobId: string,
  now: Date,
) {
  for (const entry of plan.entries.filter(
    (one) => one.status === 'active' && one.technicianId === technicianId && one.jobId !== jobId,
  )) {
    await closeEntry(tx, dealershipId, entry, now)
    plan.entries = plan.entries.filter(({ id }) => id !== entry.id)
  }
}

/** Ends an entry of the plan now; it no longer holds person or bay. */
export const closeEntry = (
  tx: Tx,
  dealershipId: string,
  { id, startsAt }: { id: string; startsAt: Date },
  now: Date,
) =>
  change(tx, dealershipId, id, {
    status: 'done',
    endsAt: now > startsAt ? now : new Date(startsAt.getTime() + 1),
  })

async function takePlace(tx: Tx, actor: StaffActor, job: OwnJob, plan: LivePlan, now: Date): Promise<void> {
  const { dealershipId, id: technicianId } = actor
  const own = plan.entries.find(({ id }) => id === job.live?.id)
  if (own?.status === 'active') return
  const duty = plan.duty.get(technicianId) ?? []
  const minutes = own
    ? plannedMinutes(own, plan.duty)
    : minutesToPlan({ ...job, workedMinutes: clockedMinutes(job.clockings, now) })
  const others = plan.entries.filter(({ id }) => id !== own?.id)
  const bayId = own?.bayId ?? (await bayFor(tx, job, others))
  const standing = others.find(
    (other) => other.status === 'active' && (other.bayId === bayId || other.orderId === job.order.id),
  )
  if (standing?.orderId === job.order.id)
    throw new Refusal('plan.vehicle-busy', await whenOf(tx, dealershipId, standing))
  if (standing)
    throw new Refusal('plan.bay-busy', {
      bay: await bayName(tx, dealershipId, bayId),
      ...(await whenOf(tx, dealershipId, standing)),
    })

  const place = { technicianId, bayId, startsAt: now, endsAt: workingEnd(now, minutes, duty) }
  const { id: jobId, order } = job
  const mine: LiveEntry = {
    ...place,
    id: own?.id ?? NEW,
    jobId,
    orderId: order.id,
    plate: order.vehicle.plate,
    status: 'active',
    workedMinutes: 0,
  }
  // Out of the way of the constraints while what follows moves back; then it takes its place.
  if (own) await change(tx, dealershipId, own.id, { status: 'done' })
  await writeForecast(tx, dealershipId, [...others, mine], plan.duty, now, mine.id)
  if (own) await change(tx, dealershipId, own.id, { ...place, status: 'active' })
  else
    await tx.planEntry.create({
      data: { dealershipId, jobId, ...place, status: 'active', createdAt: now, createdById: technicianId },
      select: { id: true },
    })
}

const NEW = 'new'

const change = (tx: Tx, dealershipId: string, id: string, data: Prisma.PlanEntryUncheckedUpdateInput) =>
  tx.planEntry.update({ where: { dealershipId_id: { dealershipId, id } }, data, select: { id: true } })

/** The bay where the car stood last when it is free now, else the first fitting one that is. */
async function bayFor(tx: Tx, job: OwnJob, others: LiveEntry[]): Promise<string> {
  const bays = await tx.bay.findMany({
    where: { disabledAt: null },
    select: { id: true, kind: true, position: true },
  })
  const free = fittingBays(bays, job.bayKind).filter(
    ({ id }) => !others.some((other) => other.status === 'active' && other.bayId === id),
  )
  const bay = free.find(({ id }) => id === job.lastEntry?.bayId) ?? free[0]
  if (!bay) throw new Refusal('plan.no-free-bay')
  return bay.id
}

async function bayName(tx: Tx, dealershipId: string, id: string) {
  return (
    await tx.bay.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id } },
      select: { name: true },
    })
  ).name
}

async function whenOf(tx: Tx, dealershipId: string, { plate, startsAt, endsAt }: LiveEntry) {
  const { timeZone } = await thisDealership(tx, dealershipId)
  return { plate, from: timeOf(startsAt, timeZone), to: timeOf(endsAt, timeZone) }
}
