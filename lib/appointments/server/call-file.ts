import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn } from '@/lib/core/time'
import { phoneFor, vinFor } from '@/lib/customers/mask'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Prisma, Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { wholeMonths } from '../desk'
import { CHECK_AFTER_MONTHS } from '../proposals'
import { needsOf } from './needs-of'

export type CallFile = Awaited<ReturnType<typeof callFile>>

const ORDERS = 5

/**
 * What an adviser has at hand while a known customer is on the telephone: months since the last visit and whether to offer a
 * check (S1-07), the last orders with mileage (S1-27, S1-31), what the car may need besides, tier, labels, whether to be
 * careful after a complaint, notes and preferences (X-CRM-12, X-CRM-20, X-CRM-29), open leads, and a booking that is open
 * already. Refuses with `common.not-found` when the car is not, or no longer, this customer's.
 */
export const callFile = query(
  'customer.read',
  z.object({ customerId: id, vehicleId: id }),
  async ({ tx, actor, now }, { customerId, vehicleId }) => {
    const { dealershipId } = actor
    const party = await tx.vehicleParty.findFirst({
      where: { dealershipId, customerId, vehicleId, until: null, customer: { mergedIntoId: null } },
      select: { customer: CUSTOMER, vehicle: VEHICLE },
    })
    if (!party) throw new Refusal('common.not-found')
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayOf(now, timeZone)
    const { customer, vehicle } = party
    const lastVisitAt = vehicle.visits[0]?.arrivedAt ?? null
    const monthsSince = lastVisitAt && wholeMonths(dayOf(lastVisitAt, timeZone), today)
    const due = vehicle.vehicleDue
    const { phoneWrongAt, verifiedAt, complaints, customerNotes, ...who } = customer
    return {
      customer: {
        ...who,
        phone: phoneFor(actor, who.phone),
        phoneWrong: phoneWrongAt !== null,
        verified: verifiedAt !== null,
      },
      notes: customerNotes,
      openComplaints: complaints.length,
      vehicle: {
        plate: vehicle.plate,
        vin: vinFor(actor, vehicle.vin),
        brand: vehicle.brand,
        model: vehicle.model,
      },
      reading: vehicle.odometerReadings[0] ?? null,
      estimatedKm: due?.usage === 'readings' ? due.estimatedKm : null,
      dueOn: due && fromDateColumn(due.dueOn),
      lastVisitAt,
      monthsSince,
      offerCheck: monthsSince !== null && monthsSince >= CHECK_AFTER_MONTHS,
      orders: await lastOrders(tx, dealershipId, vehicleId),
      needs: await needsOf(tx, { dealershipId, vehicleId, now, timeZone }),
      booked: await bookedAlready(tx, dealershipId, vehicleId, now),
    }
  },
)

const CUSTOMER = {
  select: {
    id: true, name: true, formOfAddress: true, phone: true, phoneWrongAt: true, verifiedAt: true, tier: true, labels: true,
    complaintSensitive: true, preferredChannel: true, preferredAdviserId: true,
    preferredAdviser: { select: { name: true, nameEn: true } },
    customerNotes: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 10, select: { id: true, topic: true, text: true, at: true } },
    complaints: { where: { status: { notIn: ['reviewed', 'filed', 'closed'] } }, select: { id: true } },
    leads: { where: { outcome: 'open' }, orderBy: { createdAt: 'desc' }, take: 10, select: { id: true, text: true, createdAt: true } },
  },
} satisfies Prisma.CustomerDefaultArgs // prettier-ignore

const VEHICLE = {
  select: {
    plate: true, vin: true, brand: true, model: true,
    vehicleDue: { select: { dueOn: true, usage: true, estimatedKm: true } },
    odometerReadings: { orderBy: { at: 'desc' }, take: 1, select: { km: true, at: true } },
    visits: { where: { status: { not: 'leftWithoutOrder' } }, orderBy: { arrivedAt: 'desc' }, take: 1, select: { arrivedAt: true } },
  },
} satisfies Prisma.VehicleDefaultArgs // prettier-ignore

async function lastOrders(tx: Tx, dealershipId: string, vehicleId: string) {
  const orders = await tx.repairOrder.findMany({
    where: { dealershipId, vehicleId, status: { not: 'cancelled' } },
    orderBy: { createdAt: 'desc' },
    take: ORDERS,
    select: {
      id: true,
      no: true,
      status: true,
      createdAt: true,
      visitId: true,
      jobs: {
        where: { status: { notIn: ['declined', 'cancelled'] } },
        orderBy: { position: 'asc' },
        select: { title: true, titleEn: true },
      },
    },
  })
  const readings = await tx.odometerReading.findMany({
    where: { dealershipId, vehicleId, visitId: { in: orders.map(({ visitId }) => visitId) } },
    orderBy: { at: 'asc' },
    select: { visitId: true, km: true },
  })
  const kmOf = new Map(readings.map(({ visitId, km }) => [visitId, km]))
  return orders.map(({ jobs, visitId, ...order }) => ({
    ...order,
    km: kmOf.get(visitId) ?? null,
    work: jobs.map(({ title, titleEn }) => ({ name: title, nameEn: titleEn })),
  }))
}

const bookedAlready = (tx: Tx, dealershipId: string, vehicleId: string, now: Date) =>
  tx.appointment.findFirst({
    where: {
      dealershipId,
      vehicleId,
      status: { in: ['requested', 'confirmed', 'waitingParts', 'ready'] },
      startsAt: { gt: new Date(now.getTime() - 86_400_000) },
    },
    orderBy: { startsAt: 'asc' },
    select: { id: true, no: true, startsAt: true },
  })
