import 'server-only'
import { dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { SaveInspection } from '../schemas'
import { checkOdometer } from '../walk-around'
import { isMeasured } from '../wheels'
import { inspectionNow, mergedWith } from './inspection-now'
import { lastReading } from './last-reading'
import { nextServiceOf } from './next-service'
import { checkInspecting, visitRow } from './visit-row'

/**
 * Keeps whatever part of the record is given, section by section, together with what others wrote meanwhile; answers what it says now and
 * the version of the record. Refuses with `reception.not-started`, `reception.frozen`, `reception.odometer-lower`, or
 * `reception.changed-elsewhere` for what somebody else has changed to something else since it was read (R42).
 */
export const saveInspection = command(
  'reception.inspect',
  SaveInspection,
  async ({ tx, actor, now }, { visitId, base, ...changed }) => {
    const { dealershipId } = actor
    const visit = await visitRow(tx, dealershipId, visitId)
    const { record } = visit
    checkInspecting(visit.status, record.frozenAt)
    const input = mergedWith(inspectionNow(visit), changed, base)
    const {
      items,
      valuables,
      wheels,
      parkedAt,
      keyLocation,
      licenceTaken,
      bookletTaken,
      keysTaken,
      reachBy,
      waiting,
      ...rest
    } = input
    const { valuablesReminded, damageShown, ...fields } = rest
    if (fields.odometerKm !== undefined || fields.odometerReason !== undefined) {
      const km = fields.odometerKm === undefined ? record.odometerKm : fields.odometerKm
      const reason = fields.odometerReason ?? record.odometerReason ?? ''
      checkOdometer(km, (await lastReading(tx, dealershipId, visit.vehicleId))?.km ?? null, reason)
    }
    const isToldNow = fields.nextServiceTold && !record.nextServiceTold
    const offer = isToldNow ? await offerNow(tx, dealershipId, visit.vehicleId, now) : null
    const { version } = await tx.receptionRecord.update({
      where: { dealershipId_id: { dealershipId, id: record.id } },
      data: {
        ...fields,
        ...(offer ? { nextServiceOffer: offer } : {}),
        ...(valuablesReminded === undefined
          ? {}
          : { valuablesRemindedAt: stamp(valuablesReminded, record.valuablesRemindedAt, now) }),
        ...(damageShown === undefined
          ? {}
          : { damageShownAt: stamp(damageShown, record.damageShownAt, now) }),
        version: { increment: 1 },
      },
      select: { version: true },
    })
    await tx.visit.update({
      where: { dealershipId_id: { dealershipId, id: visitId } },
      data: { parkedAt, keyLocation, licenceTaken, bookletTaken, keysTaken, reachBy, waiting },
      select: { id: true },
    })
    if (items) await keepItems(tx, dealershipId, record.id, items)
    if (valuables) await keepValuables(tx, dealershipId, record.id, valuables)
    if (wheels) await keepWheels(tx, dealershipId, record.id, wheels)
    const sections = Object.keys(input)
    return {
      result: { savedAt: now, version, now: input },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { sections: sections.join(',') },
    }
  },
)

/** What the customer is told in this moment; prices may change later. */
async function offerNow(tx: Tx, dealershipId: string, vehicleId: string, now: Date) {
  const { timeZone } = await thisDealership(tx, dealershipId)
  return nextServiceOf(tx, { dealershipId, vehicleId, day: dayOf(now, timeZone) })
}

const stamp = (on: boolean, before: Date | null, now: Date): Date | null => (on ? (before ?? now) : null)

async function keepItems(
  tx: Tx,
  dealershipId: string,
  recordId: string,
  items: NonNullable<SaveInspection['items']>,
) {
  for (const { kind, state, note } of items)
    await tx.walkAroundItem.upsert({
      where: { dealershipId_recordId_kind: { dealershipId, recordId, kind } },
      create: { dealershipId, recordId, kind, state, note },
      update: { state, note },
      select: { id: true },
    })
}

async function keepValuables(
  tx: Tx,
  dealershipId: string,
  recordId: string,
  valuables: NonNullable<SaveInspection['valuables']>,
) {
  await tx.valuable.deleteMany({ where: { dealershipId, recordId } })
  await tx.valuable.createMany({
    data: valuables.map((valuable) => ({ dealershipId, recordId, ...valuable })),
  })
}

/** The wheels as they are given, the last word about each. */
async function keepWheels(
  tx: Tx,
  dealershipId: string,
  recordId: string,
  wheels: NonNullable<SaveInspection['wheels']>,
) {
  const measured = new Map(wheels.map((reading) => [reading.wheel, reading]))
  await tx.wheelReading.deleteMany({ where: { dealershipId, recordId } })
  await tx.wheelReading.createMany({
    data: [...measured.values()]
      .filter(isMeasured)
      .map((reading) => ({ dealershipId, recordId, ...reading })),
  })
}
