import 'server-only'
import type { Tx } from '@/lib/server/db'

/** The newest odometer reading of a vehicle. */
export const lastReading = (tx: Tx, dealershipId: string, vehicleId: string) =>
  tx.odometerReading.findFirst({
    where: { dealershipId, vehicleId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { km: true, at: true },
  })
