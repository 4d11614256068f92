import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, minutesAfter, timeOf } from '@/lib/core/time'
import { openDayOf, openInterval, type HouseHours } from '@/lib/dealership/open-day'
import { quietDiscountBp } from '@/lib/dealership/quiet-offer'
import { toldHours } from '@/lib/dealership/server/open-days'
import type { Settings } from '@/lib/dealership/settings'
import type { Prisma, Tx } from '@/lib/server/db'
import { flush, later } from '@/lib/server/later'
import { numberOf } from '@/lib/server/numbers'
import { partsThereOn } from '../late-parts'
import { checkSlot } from '../slot-rules'
import { workOf, type WishItem } from '../work'
import { passOnParts, reserveBookedParts } from './booked-parts'
import { placeOfBooking, roomIn, takeUses } from './day-capacity'
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
    Prisma.AppointmentCreateManyInput,
    'dealershipId' | 'no' | 'startsAt' | 'receptionEndsAt' | 'promisedAt' | 'labourMinutes' | 'labourFen' | 'partsFen' | 'skill' | 'quickLane' | 'adviserId' | 'discountBp' | 'createdAt'
  > // prettier-ignore
}

/**
 * Puts a booking into a slot: checks the time, takes the capacity of the day and an adviser's reception time,
 * writes the appointment with its lines and preparation tasks, and sets its parts aside. The discount of a quiet time is decided
 * here, whatever was shown. Refuses what does not fit, and a car that is booked that day (`appointment.vehicle-already-booked`).
 */
export async function placeAppointment(tx: Tx, placing: Placing) {
  const { dealershipId, timeZone, now, settings, startsAt, items, details } = placing
  const day = dayOf(startsAt, timeZone)
  const work = workOf(items)
  const place = await placeOfBooking(tx, {
    dealershipId,
    day,
    items,
    vehicleId: details.vehicleId,
    timeZone,
    now,
  })
  checkTime({ ...placing, day, hours: toldHours(place.hours) })
  if (place.alreadyBooked) throw new Refusal('appointment.vehicle-already-booked')
  const { advisers } = place
  const receptionEndsAt = minutesAfter(startsAt, settings['booking.slotMinutes'])
  const taken = roomIn(place.days, {
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
  const discountBp = quietDiscountBp(place.offers, startsAt, timeZone)
  const no = numberOf('A', place.number, now, timeZone)
  const row = {
    dealershipId,
    no,
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
  }
  const id = await later(tx, 'Appointment', [row])
  await later(
    tx,
    'AppointmentItem',
    items.map(({ skill, bayKind, minGrade, ...item }, position) => ({
      dealershipId,
      appointmentId: id,
      position,
      skill: skill as 'general',
      bayKind: bayKind as 'general',
      minGrade: minGrade as 'junior',
      ...item,
    })),
  )
  await takeUses(tx, { dealershipId, appointmentId: id }, taken.uses, overridden)
  const kinds = [
    ...(['parts', 'people', 'bay'] as const),
    ...(details.difficult ? (['specialPlan'] as const) : []),
  ]
  await later(
    tx,
    'PreparationTask',
    kinds.map((kind) => ({ dealershipId, appointmentId: id, kind })),
  )
  await flush(tx)
  const provisional = await takeParts(tx, placing, { id, day })
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

type Wanted = Pick<Placing, 'timeZone' | 'now' | 'settings' | 'startsAt' | 'selfService'> & {
  day: string
  hours: HouseHours
}

/** Whether a car may come at that time at all: see `checkSlot`. */
export function checkTime({ timeZone, now, settings, startsAt, selfService, day, hours }: Wanted): void {
  const today = openDayOf(day, hours)
  checkSlot(startsAt, {
    now,
    open: openInterval(today, timeZone),
    slotMinutes: settings['booking.slotMinutes'],
    noticeMinutes: selfService ? settings['booking.noticeMinutes'] : 0,
    horizonDays: settings['booking.horizonDays'],
    day,
    opensAt: today.opensAt ?? '',
    closesAt: today.closesAt ?? '',
  })
}
