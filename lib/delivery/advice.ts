import { dayOf, plusMonths } from '../core/time'
import type { Settings } from '../dealership/settings'

/** When the car should come next: months from today and kilometres from the last reading, whichever comes first (S7-15). */
export function nextService(
  at: Date,
  odometerKm: number | null,
  timeZone: string,
  settings: Pick<Settings, 'service.intervalMonths' | 'service.intervalKm'>,
): { on: string; km: number | null } {
  return {
    on: plusMonths(dayOf(at, timeZone), settings['service.intervalMonths']),
    km: odometerKm === null ? null : odometerKm + settings['service.intervalKm'],
  }
}
