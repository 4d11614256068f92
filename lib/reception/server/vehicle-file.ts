import 'server-only'
import { query } from '@/lib/server/doors'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { traitOffers } from '@/lib/customers/server/trait-offers'
import { ofVisit } from '../schemas'

/** What an adviser wants at hand when the customer arrives: last readings, earlier orders, notes, next service (S1-82), and
 * what the labels of the customer ask to offer (X-CRM-21). */
export const vehicleFile = query('customer.read', ofVisit, async ({ tx, actor, now }, { visitId }) => {
  const { dealershipId } = actor
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      vehicleId: true,
      sender: {
        select: {
          customerNotes: { orderBy: { at: 'desc' }, take: 3, select: { id: true, text: true, at: true } },
        },
      },
      vehicle: {
        select: {
          nextServiceOn: true,
          nextServiceKm: true,
          odometerReadings: {
            where: { OR: [{ visitId: null }, { visitId: { not: visitId } }] },
            orderBy: { at: 'desc' },
            take: 3,
            select: { id: true, km: true, at: true },
          },
          repairOrders: {
            where: { visitId: { not: visitId }, status: { not: 'cancelled' } },
            orderBy: { createdAt: 'desc' },
            take: 3,
            select: {
              id: true,
              no: true,
              createdAt: true,
              jobs: { orderBy: { position: 'asc' }, select: { id: true, title: true, titleEn: true } },
            },
          },
        },
      },
    },
  })
  if (!visit) throw new Refusal('common.not-found')
  const { vehicle, sender } = visit
  return {
    readings: vehicle.odometerReadings,
    orders: vehicle.repairOrders,
    notes: sender.customerNotes,
    nextServiceOn: vehicle.nextServiceOn ? fromDateColumn(vehicle.nextServiceOn) : null,
    nextServiceKm: vehicle.nextServiceKm,
    offers: await traitOffers(tx, { dealershipId, vehicleId: visit.vehicleId, now }),
  }
})
