import 'server-only'
import * as z from 'zod'
import { declinedWork } from '@/lib/appointments/server/declined-work'
import { may } from '@/lib/auth/permissions'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { maskedVin } from '@/lib/customers/mask'
import { query } from '@/lib/server/doors'

/**
 * The dimension of the car: who owned, brought or paid for it from when to when, readings, next service, open recalls and work that
 * was declined (X-CRM-02, X-CRM-10). The VIN is masked. Refuses `common.not-found`.
 */
export const carFile = query(
  'vehicle.file',
  z.object({ vehicleId: id }),
  async ({ tx, actor }, { vehicleId }) => {
    const { dealershipId } = actor
    const car = await tx.vehicle.findUnique({
      where: { dealershipId_id: { dealershipId, id: vehicleId } },
      include: {
        vehicleParties: {
          orderBy: [{ since: 'desc' }, { role: 'asc' }],
          take: 40,
          select: {
            id: true, role: true, since: true, until: true, reason: true, endReason: true,
            customer: { select: { id: true, name: true } },
          }, // prettier-ignore
        },
        odometerReadings: {
          orderBy: { at: 'desc' },
          take: 8,
          select: { id: true, km: true, at: true, source: true },
        },
        vehicleDue: { select: { dueOn: true, dueKm: true, class: true } },
        contactTasks: {
          where: { status: 'open', class: 'recall' },
          select: { id: true, dueOn: true, plan: { select: { name: true } } },
        },
      },
    })
    if (!car) throw new Refusal('common.not-found')
    const { vehicleParties, odometerReadings, vehicleDue, contactTasks, vin, purchasedOn, ...rest } = car
    return {
      id: rest.id,
      plate: rest.plate,
      brand: rest.brand,
      model: rest.model,
      colour: rest.colour,
      fuel: rest.fuel,
      modelYear: rest.modelYear,
      vin: vin && maskedVin(vin),
      mayReveal: vin !== null && may(actor, 'vehicle.reveal'),
      purchasedOn: purchasedOn && fromDateColumn(purchasedOn),
      nextServiceOn: rest.nextServiceOn && fromDateColumn(rest.nextServiceOn),
      nextServiceKm: rest.nextServiceKm,
      due: vehicleDue && { ...vehicleDue, dueOn: fromDateColumn(vehicleDue.dueOn) },
      parties: vehicleParties,
      readings: odometerReadings,
      recalls: contactTasks.map(({ id: taskId, dueOn, plan }) => ({
        id: taskId,
        dueOn: fromDateColumn(dueOn),
        name: plan?.name ?? '',
      })),
      declined: await declinedWork(tx, dealershipId, vehicleId),
    }
  },
)

export type CarFile = Awaited<ReturnType<typeof carFile>>
