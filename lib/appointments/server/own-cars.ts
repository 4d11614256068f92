import 'server-only'
import { fromDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import type { Need } from '../proposals'
import { OwnCars } from '../schemas'
import { needsOf } from './needs-of'
import { checkProof } from './phone-proof'
import { needWork } from './need-work'

const MOST_CARS = 12

type Car = {
  vehicleId: string
  plate: string
  vin: string | null
  plateKind: string
  brand: string
  model: string
  /** Whether the customer has been here with the car, so that its file may be shown. */
  known: boolean
  bookedAt: Date | null
}

/**
 * The cars of whoever has proven a telephone number, and of each what is due and why (S1-09), what was declined, recalls and
 * offers (S1-31); the name and form of address to greet by (S1-20). A number that is unknown, or marked as no longer the
 * customer's, has no cars. A car that somebody merely named in a booking is listed without its file. Refuses
 * `appointment.phone-not-proven`, before anything is read.
 */
export const ownCars = query(
  'appointment.ownCars',
  OwnCars,
  async ({ tx, actor: { dealershipId }, now }, { phone, proof }) => {
    checkProof(dealershipId, phone, proof, now)
    const customers = await tx.customer.findMany({
      where: { dealershipId, phone, mergedIntoId: null, phoneWrongAt: null },
      orderBy: { createdAt: 'asc' },
      select: { id: true, name: true, formOfAddress: true },
    })
    const [first] = customers
    if (!first) return { customer: null, cars: [] }
    const { timeZone } = await thisDealership(tx, dealershipId)
    const found = await carsOf(
      tx,
      dealershipId,
      customers.map(({ id }) => id),
      now,
    )
    const cars = []
    for (const { vehicleId, known, bookedAt, ...car } of found) {
      const of = { dealershipId, vehicleId, now, timeZone }
      cars.push({
        plate: car.plateKind === 'none' ? '' : car.plate,
        vin: car.plateKind === 'none' ? (car.vin ?? '') : '',
        brand: car.brand,
        model: car.model,
        bookedAt: bookedAt?.toISOString() ?? null,
        due: known ? await dueOf(tx, dealershipId, vehicleId) : null,
        needs: known ? await workOf(tx, dealershipId, await needsOf(tx, of)) : [],
        works: known ? await worksOf(tx, dealershipId, vehicleId) : [],
      })
    }
    return { customer: { name: first.name, formOfAddress: first.formOfAddress }, cars }
  },
)

/**
 * Cars the customers have a part in now. Known is a car that one of them has brought, owned or paid for at a visit, that the house
 * has noted as sold to them, or that the file names them owner or payer of while nobody has come with it.
 */
const carsOf = (tx: Tx, dealershipId: string, customerIds: string[], now: Date) => tx.$queryRaw<Car[]>`
  SELECT DISTINCT ON (v.plate) v.id AS "vehicleId", v.plate, v.vin, v."plateKind", v.brand, v.model,
    EXISTS (SELECT 1 FROM "Visit" t WHERE t."dealershipId" = v."dealershipId" AND t."vehicleId" = v.id
      AND (t."senderId" = ANY(${customerIds}::uuid[]) OR t."ownerId" = ANY(${customerIds}::uuid[]) OR t."payerId" = ANY(${customerIds}::uuid[])))
    OR (p.role = 'owner' AND p."confirmedAt" IS NOT NULL) OR (p.role IN ('owner', 'payer') AND NOT EXISTS (SELECT 1 FROM "Visit" t
      WHERE t."dealershipId" = v."dealershipId" AND t."vehicleId" = v.id)) AS known,
    (SELECT min(a."startsAt") FROM "Appointment" a WHERE a."dealershipId" = v."dealershipId" AND a."vehicleId" = v.id
      AND a."customerId" = ANY(${customerIds}::uuid[]) AND a.status IN ('requested', 'confirmed', 'waitingParts', 'ready')
      AND a."startsAt" > ${now}) AS "bookedAt"
  FROM "VehicleParty" p JOIN "Vehicle" v ON v."dealershipId" = p."dealershipId" AND v.id = p."vehicleId"
  WHERE p."dealershipId" = ${dealershipId}::uuid AND p."customerId" = ANY(${customerIds}::uuid[]) AND p."until" IS NULL
  ORDER BY v.plate, p.role LIMIT ${MOST_CARS}`

/** The next service as the nightly run has reckoned it: by time, or by the kilometres that the readings let expect. */
async function dueOf(tx: Tx, dealershipId: string, vehicleId: string) {
  const due = await tx.vehicleDue.findUnique({
    where: { dealershipId_vehicleId: { dealershipId, vehicleId } },
  })
  if (!due) return null
  const { reason, usage, estimatedKm, dueKm, remainingKm, class: list } = due
  return {
    dueOn: fromDateColumn(due.dueOn),
    reason,
    /** Kilometres today, where readings say how the car is used. */
    estimatedKm: usage === 'readings' ? estimatedKm : null,
    dueKm,
    remainingKm: usage === 'readings' ? remainingKm : null,
    /** Null while the service is still far away. */
    class: list,
  }
}

const MOST_WORKS = 8

/** What was done to the car, whoever had it then: days, kilometres and work; no name, number, message or price of anybody. */
async function worksOf(tx: Tx, dealershipId: string, vehicleId: string) {
  const rows = await tx.repairOrder.findMany({
    where: { dealershipId, vehicleId, deliveredAt: { not: null } },
    orderBy: { deliveredAt: 'desc' },
    take: MOST_WORKS,
    select: {
      deliveredAt: true,
      visitId: true,
      jobs: {
        where: { status: { notIn: ['proposed', 'declined', 'cancelled'] } },
        orderBy: { position: 'asc' },
        select: { title: true, titleEn: true },
      },
    },
  })
  const readings = await tx.odometerReading.findMany({
    where: { dealershipId, vehicleId, visitId: { in: rows.map(({ visitId }) => visitId) } },
    select: { visitId: true, km: true },
  })
  const kmOf = new Map(readings.map(({ visitId, km }) => [visitId, km]))
  return rows.map(({ deliveredAt, visitId, jobs }) => ({
    at: deliveredAt?.toISOString() ?? '',
    km: kmOf.get(visitId) ?? null,
    jobs,
  }))
}

async function workOf(tx: Tx, dealershipId: string, needs: Need[]) {
  const work = await needWork(tx, dealershipId, needs)
  return needs.map((need) => ({ ...need, ...work(need) }))
}
