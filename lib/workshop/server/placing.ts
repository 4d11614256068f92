import 'server-only'
import type { Locale } from '@/lib/core/locale'
import { nameIn, type Named } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn, instant, minutesBetween, type Interval } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { fittingBays } from '../bay'
import {
  checkBay,
  checkJob,
  checkTechnician,
  checkTime,
  GRACE_MINUTES,
  warningsOf,
  type DispatchBay,
  type DispatchFacts,
} from '../dispatch'
import { minutesToPlan, plannedMinutes, type LiveEntry } from '../plan'
import type { PlanPlace } from '../schemas'
import { workingEnd } from '../working-time'
import type { LivePlan } from './live-plan'

export type Placing = {
  dealershipId: string
  /** Of the one who reads the refusals. */
  locale: Locale
  now: Date
  plan: LivePlan
  jobId: string
  place: Omit<PlanPlace, 'jobId'>
  /** The entry that is being moved: it does not stand in its own way, and keeps its minutes. */
  moving?: LiveEntry
}

/** Where a job would go and what follows from it; refuses as the rules of dispatch do. */
export async function placeJob(tx: Tx, { dealershipId, locale, now, plan, jobId, place, moving }: Placing) {
  const { timeZone } = await thisDealership(tx, dealershipId)
  const [job, technician, bays] = [
    await jobFacts(tx, dealershipId, jobId),
    await technicianFacts(tx, dealershipId, place.technicianId, plan),
    await bayFacts(tx, now),
  ]
  checkJob(job)
  const start = startOf(place, now, timeZone)
  const minutes = place.minutes ?? (moving ? plannedMinutes(moving, plan.duty) : minutesToPlan(job))
  const slot: Interval = { start, end: workingEnd(start, minutes, technician.duty) }
  const taken = plan.entries.filter(({ id }) => id !== moving?.id)
  const inWords = {
    job: { ...job, requestedTechnician: job.requestedTechnician && named(job.requestedTechnician, locale) },
    technician: named(technician, locale),
  }
  const facts: DispatchFacts = { ...inWords, slot, taken, reason: place.reason, now, timeZone }
  checkTechnician(facts)
  checkTime(facts)
  const bay = place.bayId
    ? bays.find(({ id }) => id === place.bayId)
    : freeBay(bays, facts, moving?.bayId ?? job.lastBayId)
  if (!bay) throw new Refusal(place.bayId ? 'common.not-found' : 'plan.no-free-bay')
  checkBay(named(bay, locale), facts)
  const { 'promise.bufferMinutes': buffer } = await settingsOf(tx)
  return {
    job,
    technician,
    bay,
    slot,
    minutes,
    warnings: warningsOf(facts, buffer),
    spareMinutes: job.promisedTo ? minutesBetween(slot.end, job.promisedTo) : null,
  }
}

function startOf(place: Placing['place'], now: Date, timeZone: string): Date {
  const start = place.startsAt ?? instant(place.day ?? dayOf(now, timeZone), place.time ?? '00:00', timeZone)
  const late = minutesBetween(start, now)
  return late > 0 && late <= GRACE_MINUTES ? now : start
}

/** The best fitting bay that is free: the one where the car stands before all others. */
function freeBay(
  bays: DispatchBay[],
  facts: DispatchFacts,
  preferred: string | null | undefined,
): DispatchBay | undefined {
  const fitting = fittingBays(bays, facts.job.bayKind)
  if (fitting.length === 0) throw new Refusal('plan.no-free-bay')
  return fitting
    .sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred))
    .find((bay) => {
      try {
        checkBay(bay, facts)
        return true
      } catch {
        return false
      }
    })
}

const named = <Row extends Named>(row: Row, locale: Locale): Row => ({ ...row, name: nameIn(row, locale) })

async function jobFacts(tx: Tx, dealershipId: string, id: string) {
  const job = await tx.job.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    select: {
      title: true, status: true, skill: true, minGrade: true, bayKind: true, minutes: true, orderId: true,
      order: { select: { no: true, status: true, promisedTo: true, promisedAt: true, visitId: true, vehicle: { select: { plate: true } } } },
      requestedTechnician: { select: { id: true, name: true, nameEn: true } },
      clockings: { where: { endsAt: { not: null } }, select: { startsAt: true, endsAt: true } },
      planEntries: { orderBy: { createdAt: 'desc' }, take: 1, select: { bayId: true } },
      partReservations: { where: { status: { in: ['requested', 'ordered'] } }, select: { id: true } },
    },
  }) // prettier-ignore
  if (!job) throw new Refusal('common.not-found')
  const { order, clockings, planEntries, partReservations, ...own } = job
  return {
    ...own,
    id,
    orderNo: order.no,
    orderStatus: order.status,
    visitId: order.visitId,
    plate: order.vehicle.plate,
    promisedTo: order.promisedTo ?? order.promisedAt,
    partsMissing: partReservations.length,
    lastBayId: planEntries[0]?.bayId ?? null,
    workedMinutes: clockings.reduce(
      (sum, { startsAt, endsAt }) => sum + (endsAt ? minutesBetween(startsAt, endsAt) : 0),
      0,
    ),
  }
}

async function technicianFacts(tx: Tx, dealershipId: string, id: string, plan: LivePlan) {
  const staff = await tx.staff.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    select: {
      id: true,
      name: true,
      nameEn: true,
      roles: true,
      grade: true,
      skills: true,
      certifiedUntil: true,
      disabledAt: true,
    },
  })
  if (!staff) throw new Refusal('common.not-found')
  const { certifiedUntil, disabledAt, ...rest } = staff
  return {
    ...rest,
    certifiedUntil: certifiedUntil ? fromDateColumn(certifiedUntil) : null,
    disabled: disabledAt !== null,
    duty: plan.duty.get(id) ?? [],
  }
}

async function bayFacts(tx: Tx, now: Date): Promise<(DispatchBay & Named)[]> {
  const bays = await tx.bay.findMany({
    select: {
      id: true, name: true, nameEn: true, kind: true, position: true, disabledAt: true,
      bayDowntimes: { where: { endsAt: { gt: now } }, select: { startsAt: true, endsAt: true } },
    },
  }) // prettier-ignore
  return bays.map(({ bayDowntimes, disabledAt, ...bay }) => ({
    ...bay,
    disabled: disabledAt !== null,
    closed: bayDowntimes.map(({ startsAt: start, endsAt: end }) => ({ start, end })),
  }))
}
