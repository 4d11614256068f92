import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayInterval, dayOf, minutesAfter, timeOf } from '@/lib/core/time'
import { openInterval } from '@/lib/dealership/open-day'
import { openDays } from '@/lib/dealership/server/open-days'
import type { Settings } from '@/lib/dealership/settings'
import type { Prisma, Tx } from '@/lib/server/db'
import { nextNumber } from '@/lib/server/numbers'
import { OPEN_APPOINTMENTS } from '../appointment'
import { expectedDelivery } from '../expected-delivery'
import { checkSlot } from '../slot-rules'
import { workOf, type WishItem } from '../work'
import { passOnParts, reserveBookedParts } from './booked-parts'
import { takeCapacity } from './day-capacity'

const DAYS_OF_WORK = 14

type Placing = {
  dealershipId: string
  timeZone: string
  now: Date
  settings: Settings
  startsAt: Date
  items: WishItem[]
  adviserId: string | null
  /** Staff may book at short notice. */
  selfService: boolean
  pastCapacity: boolean
  /** A booking that is moved: its parts go over to the new one. */
  partsFrom?: string
  details: Omit<
    Prisma.AppointmentUncheckedCreateInput,
    'dealershipId' | 'no' | 'startsAt' | 'receptionEndsAt' | 'promisedAt' | 'labourMinutes' | 'labourFen' | 'partsFen' | 'skill' | 'quickLane' | 'adviserId' | 'createdAt'
  > // prettier-ignore
}

/**
 * Puts a booking into a slot: checks the time, takes the capacity of the day and an adviser's reception time,
 * writes the appointment with its lines and preparation tasks, and sets its parts aside. Refuses what does not fit.
 */
export async function placeAppointment(tx: Tx, placing: Placing) {
  const { dealershipId, timeZone, now, settings, startsAt, items, details } = placing
  const day = dayOf(startsAt, timeZone)
  const work = workOf(items)
  const slotMinutes = settings['booking.slotMinutes']
  const [today, ...later] = await openDays(tx, dealershipId, day, DAYS_OF_WORK)
  const open = today ? openInterval(today, timeZone) : null
  checkSlot(startsAt, {
    now,
    open,
    slotMinutes,
    noticeMinutes: placing.selfService ? settings['booking.noticeMinutes'] : 0,
    horizonDays: settings['booking.horizonDays'],
    day,
    opensAt: today?.opensAt ?? '',
    closesAt: today?.closesAt ?? '',
  })
  await checkBays(tx, dealershipId, work.bayKinds, startsAt)
  const { overridden } = await takeCapacity(tx, {
    ...work,
    dealershipId,
    day,
    settings,
    pastCapacity: placing.pastCapacity,
  })
  await checkVehicleFree(tx, { dealershipId, vehicleId: details.vehicleId, day, timeZone })
  const receptionEndsAt = minutesAfter(startsAt, slotMinutes)
  const adviser = await freeAdviser(tx, {
    dealershipId,
    day,
    timeZone,
    startsAt,
    receptionEndsAt,
    wanted: placing.adviserId,
  })
  if (!adviser) throw new Refusal('appointment.slot-taken', { day, time: timeOf(startsAt, timeZone) })
  const intervals = [today, ...later].flatMap((one) => (one ? (openInterval(one, timeZone) ?? []) : []))
  const promisedAt = expectedDelivery(
    startsAt,
    slotMinutes + work.minutes + settings['promise.bufferMinutes'],
    intervals,
  )
  const { overrideReason, ...kept } = details
  const { id, no } = await tx.appointment.create({
    data: {
      dealershipId,
      no: await nextNumber(tx, 'A', now, timeZone),
      ...kept,
      overrideReason: overridden ? overrideReason : null,
      adviserId: adviser.id,
      startsAt,
      receptionEndsAt,
      promisedAt,
      labourMinutes: work.minutes,
      labourFen: work.labourFen,
      partsFen: work.partsFen,
      skill: work.skill as 'general',
      quickLane: work.quickLane,
      createdAt: now,
    },
    select: { id: true, no: true },
  })
  await tx.appointmentItem.createMany({
    data: items.map(({ skill: _skill, bayKind: _bayKind, quickLane: _quickLane, ...item }, position) => ({
      dealershipId,
      appointmentId: id,
      position,
      ...item,
    })),
  })
  const kinds = [
    ...(['parts', 'people', 'bay'] as const),
    ...(details.difficult ? (['specialPlan'] as const) : []),
  ]
  if (placing.partsFrom) await passOnParts(tx, { dealershipId, appointmentId: placing.partsFrom }, id)
  else await reserveBookedParts(tx, { dealershipId, appointmentId: id, now, items })
  await tx.preparationTask.createMany({
    data: kinds.map((kind) => ({ dealershipId, appointmentId: id, kind })),
  })
  return { id, no, day, adviser, receptionEndsAt, promisedAt, overridden, work }
}

/** A car has one open booking a day. Refuses `appointment.vehicle-already-booked`. */
export async function checkVehicleFree(
  tx: Tx,
  on: { dealershipId: string; vehicleId: string; day: string; timeZone: string },
): Promise<void> {
  const { start, end } = dayInterval(on.day, on.timeZone)
  const same = await tx.appointment.findFirst({
    where: {
      dealershipId: on.dealershipId,
      vehicleId: on.vehicleId,
      status: { in: [...OPEN_APPOINTMENTS] },
      startsAt: { gte: start, lt: end },
    },
    select: { id: true },
  })
  if (same) throw new Refusal('appointment.vehicle-already-booked')
}

async function checkBays(tx: Tx, dealershipId: string, kinds: string[], startsAt: Date) {
  for (const kind of kinds) {
    const bay = await tx.bay.findFirst({
      where: {
        dealershipId,
        kind: kind as 'general',
        disabledAt: null,
        bayDowntimes: { none: { startsAt: { lte: startsAt }, endsAt: { gt: startsAt } } },
      },
      select: { id: true },
    })
    if (!bay) throw new Refusal('appointment.no-bay')
  }
}

type Reception = {
  dealershipId: string
  day: string
  timeZone: string
  startsAt: Date
  receptionEndsAt: Date
  wanted: string | null
}

/** The adviser asked for when on duty and free, else the one with the fewest bookings that day. */
async function freeAdviser(
  tx: Tx,
  { dealershipId, day, timeZone, startsAt, receptionEndsAt, wanted }: Reception,
) {
  const { start: from, end: to } = dayInterval(day, timeZone)
  const [adviser] = await tx.$queryRaw<{ id: string; name: string; nameEn: string }[]>`
    SELECT st.id, st.name, st."nameEn" FROM "Staff" st
    WHERE st."dealershipId" = ${dealershipId}::uuid AND st.roles && ARRAY['serviceAdviser', 'receptionAdviser']
      AND st."disabledAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Shift" s WHERE s."dealershipId" = st."dealershipId" AND s."staffId" = st.id
        AND s.kind IN ('work', 'overtime') AND s."startsAt" <= ${startsAt} AND s."endsAt" >= ${receptionEndsAt})
      AND NOT EXISTS (SELECT 1 FROM "Appointment" a WHERE a."dealershipId" = st."dealershipId" AND a."adviserId" = st.id
        AND a.status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived', 'converted')
        AND a."startsAt" < ${receptionEndsAt} AND a."receptionEndsAt" > ${startsAt})
    ORDER BY coalesce(st.id = ${wanted}::uuid, false) DESC,
      (SELECT count(*) FROM "Appointment" b WHERE b."dealershipId" = st."dealershipId" AND b."adviserId" = st.id
        AND b.status IN ('requested', 'confirmed', 'waitingParts', 'ready', 'arrived', 'converted')
        AND b."startsAt" >= ${from} AND b."startsAt" < ${to}), st."employeeNo"
    LIMIT 1`
  return adviser
}
