import 'server-only'
import * as z from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { vinFor } from '@/lib/customers/mask'
import { faultFilesOf } from '@/lib/reception/server/fault-files'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { clockedMinutes } from '../clock'
import { keeperOf, technicianOf } from './own-job'

export type MyJob = {
  jobId: string
  planEntryId: string | null
  plate: string
  car: string
  bay: string | null
  bayEn: string | null
  title: string
  titleEn: string
  status: string
  minutes: number
  workedMinutes: number
  runningSince: Date | null
  startsAt: Date | null
  endsAt: Date | null
  waits: boolean
  partsMissing: number
  reworkReason: string | null
}

/** The technician's own list: what runs, what must be done again, what is planned, what is paused. No price, no telephone. */
export const myJobs = query('job.own', z.object({}), async ({ tx, actor, now }) => {
  const { id: technicianId } = technicianOf(actor)
  const jobs = await tx.job.findMany({
    where: {
      status: { in: ['assigned', 'inWork', 'paused', 'rework'] },
      order: { status: { in: ['queued', 'inRepair', 'rework'] } },
      OR: [
        { planEntries: { some: { technicianId, status: { in: ['planned', 'active'] } } } },
        { status: 'rework', planEntries: { none: { status: { in: ['planned', 'active'] } } } },
        { status: 'paused', planEntries: { none: { status: { in: ['planned', 'active'] } } }, clockings: { some: { technicianId } } },
      ],
    },
    select: {
      id: true, title: true, titleEn: true, status: true, minutes: true, doneById: true,
      order: { select: { vehicle: { select: { plate: true, brand: true, model: true } }, visit: { select: { waiting: true, leftAt: true } } } },
      planEntries: { where: { status: { in: ['planned', 'active'] } }, include: { bay: { select: { name: true, nameEn: true } } } },
      clockings: { orderBy: { startsAt: 'asc' }, select: { technicianId: true, startsAt: true, endsAt: true } },
      reworks: { where: { doneAt: null }, orderBy: { openedAt: 'desc' }, select: { technicianId: true, reason: true } },
      partReservations: { where: { status: { in: ['requested', 'ordered'] } }, select: { id: true } },
    },
  }) // prettier-ignore
  const own = jobs.filter((job) => (job.planEntries[0]?.technicianId ?? keeperOf(job)) === technicianId)
  return own
    .map((job): MyJob => {
      const [entry] = job.planEntries
      const { vehicle, visit } = job.order
      return {
        jobId: job.id,
        planEntryId: entry?.id ?? null,
        plate: vehicle.plate,
        car: `${vehicle.brand} ${vehicle.model}`.trim(),
        bay: entry?.bay.name ?? null,
        bayEn: entry ? entry.bay.nameEn || entry.bay.name : null,
        title: job.title,
        titleEn: job.titleEn,
        status: job.status,
        minutes: job.minutes,
        workedMinutes: clockedMinutes(job.clockings, now),
        runningSince: job.clockings.find(({ endsAt }) => endsAt === null)?.startsAt ?? null,
        startsAt: entry?.startsAt ?? null,
        endsAt: entry?.endsAt ?? null,
        waits: visit.waiting === 'waits' && visit.leftAt === null,
        partsMissing: job.partReservations.length,
        reworkReason: job.reworks[0]?.reason ?? null,
      }
    })
    .sort(byTurn)
})

const TURN = ['inWork', 'rework', 'assigned', 'paused']
const byTurn = (a: MyJob, b: MyJob) =>
  Number(b.runningSince !== null) - Number(a.runningSince !== null) ||
  TURN.indexOf(a.status) - TURN.indexOf(b.status) ||
  +(a.startsAt ?? Infinity) - +(b.startsAt ?? Infinity)

/** One job as its technician needs it (S5-28): the customer's words, the fault record, photographs, parts, stamps. */
export const myJob = query('job.own', z.object({ jobId: id }), async ({ tx, actor, now }, { jobId }) => {
  const { id: technicianId, dealershipId, roles } = technicianOf(actor)
  const job = await tx.job.findUnique({
    where: { dealershipId_id: { dealershipId, id: jobId } },
    select: {
      id: true, title: true, titleEn: true, status: true, minutes: true, doneById: true, reason: true, orderId: true, workDoneNote: true,
      problem: { select: { text: true } },
      planEntries: { orderBy: { createdAt: 'asc' }, select: { id: true, status: true, technicianId: true, startsAt: true, endsAt: true, createdAt: true, bay: { select: { name: true, nameEn: true } } } },
      clockings: { orderBy: { startsAt: 'asc' }, select: { id: true, technicianId: true, startsAt: true, endsAt: true, pauseReason: true, note: true } },
      reworks: { orderBy: { openedAt: 'desc' }, select: { technicianId: true, reason: true, openedAt: true, doneAt: true, inspectionLine: { select: { photoFileIds: true } } } },
      findings: { orderBy: { at: 'asc' }, select: { id: true, text: true, faultClass: true, urgent: true, suggestion: true, photoFileIds: true, at: true } },
      jobParts: { orderBy: { id: 'asc' }, select: { id: true, name: true, nameEn: true, quantityMilli: true, issuedMilli: true, batchNo: true, part: { select: { no: true, unit: true } } } },
    },
  }) // prettier-ignore
  const openReworks = job?.reworks.filter(({ doneAt }) => doneAt === null) ?? []
  const worked = job?.planEntries.some(
    (entry) => entry.technicianId === technicianId && entry.status !== 'cancelled',
  )
  const leads = roles.includes('technicalSupervisor')
  if (!job || !(worked || leads || keeperOf({ ...job, reworks: openReworks }) === technicianId))
    throw new Refusal('job.not-yours')
  const live = job.planEntries.find(({ status }) => status === 'planned' || status === 'active') ?? null
  return {
    ...job,
    live,
    openReworks,
    mine: (live?.technicianId ?? keeperOf({ ...job, reworks: openReworks })) === technicianId,
    workedMinutes: clockedMinutes(job.clockings, now),
    runningSince:
      job.clockings.find(({ endsAt, technicianId: by }) => endsAt === null && by === technicianId)
        ?.startsAt ?? null,
    ...(await faultRecord(tx, actor, job.orderId)),
  }
})

/** What the customer and the adviser said about the car, and what they saw and photographed at the reception. */
async function faultRecord(tx: Tx, actor: Actor, orderId: string) {
  const { dealershipId } = actor
  const { visit, vehicle, ...order } = await tx.repairOrder.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      no: true, visitId: true, type: true, status: true, promisedAt: true, promisedTo: true, oldParts: true, remarks: true, wash: true,
      orderProblems: { orderBy: { position: 'asc' }, select: { id: true, text: true } },
      vehicle: { select: { plate: true, brand: true, model: true, colour: true, vin: true, modelYear: true, fuel: true } },
      additionalWorks: { orderBy: { foundAt: 'asc' }, select: { id: true, what: true, status: true } },
      visit: {
        select: {
          waiting: true, parkedAt: true, keyLocation: true, leftAt: true,
          receptionRecord: {
            select: {
              odometerKm: true, fuelEighths: true, customerStatement: true, adviserConfirmation: true, faultInquiry: true,
              damageMarks: { select: { view: true, kind: true, note: true, photoFileId: true } },
              walkAroundItems: { where: { state: 'notOk' }, select: { kind: true, note: true } },
            },
          },
        },
      },
    },
  }) // prettier-ignore
  return {
    order,
    vehicle: { ...vehicle, vin: vinFor(actor, vehicle.vin) },
    visit,
    record: visit.receptionRecord && {
      ...visit.receptionRecord,
      faultFiles: await faultFilesOf(tx, { dealershipId, visitId: order.visitId }),
    },
  }
}

export type MyJobDetail = Awaited<ReturnType<typeof myJob>>
