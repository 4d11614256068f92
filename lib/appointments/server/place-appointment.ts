import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayInterval, dayOf, minutesAfter, timeOf } from '@/lib/core/time'
import { openInterval } from '@/lib/dealership/open-day'
import { quietDiscountBp } from '@/lib/dealership/quiet-offer'
import { openDays } from '@/lib/dealership/server/open-days'
import { quietOffersOn } from '@/lib/dealership/server/quiet-offers'
import type { Settings } from '@/lib/dealership/settings'
import type { Prisma, Tx } from '@/lib/server/db'
import { nextNumber } from '@/lib/server/numbers'
import { OPEN_APPOINTMENTS } from '../appointment'
import { partsThereOn } from '../late-parts'
import { checkSlot } from '../slot-rules'
import { workOf, type WishItem } from '../work'
import { passOnParts, reserveBookedParts } from './booked-parts'
import { findRoom, takeUses } from './day-capacity'
import { latePartsOf } from './late-parts'

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
    'dealershipId' | 'no' | 'startsAt' | 'receptionEndsAt' | 'promisedAt' | 'labourMinutes' | 'labourFen' | 'partsFen' | 'skill' | 'quickLane' | 'adviserId' | 'discountBp' | 'createdAt'
  > // prettier-ignore
}

/**
 * Puts a booking into a slot: checks the time, takes the capacity of the day and an adviser's reception time,
 * writes the appointment with its lines and preparation tasks, and sets its parts aside. The discount of a quiet time is decided
 * here, whatever was shown. Refuses what does not fit.
 */
export async function placeAppointment(tx: Tx, placing: Placing) {
  const { dealershipId, timeZone, now, settings, startsAt, items, details } = placing
  const day = dayOf(startsAt, timeZone)
  const work = workOf(items)
  const slotMinutes = settings['booking.slotMinutes']
  await checkTime(tx, { ...placing, day, vehicleId: details.vehicleId })
  const receptionEndsAt = minutesAfter(startsAt, slotMinutes)
  const advisers = await tx.staff.findMany({
    where: { dealershipId, disabledAt: null, roles: { hasSome: ['serviceAdviser', 'receptionAdviser'] } },
    orderBy: { employeeNo: 'asc' },
    select: { id: true, name: true, nameEn: true },
  })
  const taken = await findRoom(tx, {
    dealershipId,
    day,
    now,
    startsAt,
    receptionEndsAt,
    time: timeOf(startsAt, timeZone),
    settings,
    items,
    waits: details.waiting !== 'leaves',
    advisers: advisers.map(({ id }) => id),
    wantedAdviserId: placing.adviserId,
    pastCapacity: placing.pastCapacity,
  })
  const { overridden, promisedFrom, promisedAt, workStartsAt, quickLane } = taken
  const adviser = advisers.find(({ id }) => id === taken.adviserId)
  if (!adviser) throw new Error('an adviser of the ledger who is none')
  const { overrideReason, urgent, ...kept } = details
  const discountBp = quietDiscountBp(await quietOffersOn(tx, dealershipId, day), startsAt, timeZone)
  const { id, no } = await tx.appointment.create({
    data: {
      dealershipId,
      no: await nextNumber(tx, 'A', now, timeZone),
      ...kept,
      overrideReason: overridden ? overrideReason : null,
      urgent: overridden && urgent,
      adviserId: adviser.id,
      startsAt,
      receptionEndsAt,
      promisedAt,
      promisedFrom,
      workStartsAt,
      labourMinutes: work.minutes,
      labourFen: work.labourFen,
      partsFen: work.partsFen,
      discountBp,
      skill: work.skill as 'general',
      quickLane,
      createdAt: now,
    },
    select: { id: true, no: true },
  })
  await tx.appointmentItem.createMany({
    data: items.map(({ skill, bayKind, minGrade, ...item }, position) => ({
      dealershipId,
      appointmentId: id,
      position,
      skill: skill as 'general',
      bayKind: bayKind as 'general',
      minGrade: minGrade as 'junior',
      ...item,
    })),
  })
  await takeUses(tx, { dealershipId, appointmentId: id }, taken.uses, overridden)
  const kinds = [
    ...(['parts', 'people', 'bay'] as const),
    ...(details.difficult ? (['specialPlan'] as const) : []),
  ]
  const provisional = await takeParts(tx, placing, { id, day })
  await tx.preparationTask.createMany({
    data: kinds.map((kind) => ({ dealershipId, appointmentId: id, kind })),
  })
  return {
    id,
    no,
    day,
    adviser,
    receptionEndsAt,
    promisedAt,
    promisedFrom,
    overridden,
    provisional,
    work,
    discountBp,
  }
}

/**
 * Sets the parts aside, or takes them over from the booking that is moved. Before the day on which all are there, a booking of
 * staff waits for them (S1-75); anybody else is refused with `appointment.parts-not-there`. Answers whether it waits.
 */
async function takeParts(
  tx: Tx,
  { dealershipId, timeZone, settings, now, items, partsFrom, selfService, details }: Placing,
  { id, day }: { id: string; day: string },
): Promise<boolean> {
  const waits = details.status === 'waitingParts'
  if (partsFrom) await passOnParts(tx, { dealershipId, appointmentId: partsFrom }, id)
  else if (!(await reserveBookedParts(tx, { dealershipId, appointmentId: id, now, items }))) return waits
  const today = dayOf(now, timeZone)
  const leadDays = settings['parts.leadDays']
  const there = partsThereOn(
    await latePartsOf(tx, { dealershipId, of: { appointmentId: id }, today, leadDays }),
  )
  if (there === null || there <= day) return waits
  if (selfService) throw new Refusal('appointment.parts-not-there', { day: there })
  await tx.appointment.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { status: 'waitingParts' },
    select: { id: true },
  })
  return true
}

type Wanted = Pick<Placing, 'dealershipId' | 'timeZone' | 'now' | 'settings' | 'startsAt' | 'selfService'> & {
  day: string
  vehicleId: string
  /** A booking of the car that does not count, because it is the one that moves. */
  exceptId?: string
}

/** Whether a car may come at that time at all: see `checkSlot`; and a car has one open booking a day (`appointment.vehicle-already-booked`). */
export async function checkTime(tx: Tx, wanted: Wanted): Promise<void> {
  const { dealershipId, timeZone, now, settings, startsAt, day, vehicleId, exceptId } = wanted
  const [today] = await openDays(tx, dealershipId, day, 1)
  checkSlot(startsAt, {
    now,
    open: today ? openInterval(today, timeZone) : null,
    slotMinutes: settings['booking.slotMinutes'],
    noticeMinutes: wanted.selfService ? settings['booking.noticeMinutes'] : 0,
    horizonDays: settings['booking.horizonDays'],
    day,
    opensAt: today?.opensAt ?? '',
    closesAt: today?.closesAt ?? '',
  })
  const { start, end } = dayInterval(day, timeZone)
  const same = await tx.appointment.findFirst({
    where: {
      dealershipId,
      vehicleId,
      status: { in: [...OPEN_APPOINTMENTS] },
      startsAt: { gte: start, lt: end },
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
    select: { id: true },
  })
  if (same) throw new Refusal('appointment.vehicle-already-booked')
}
