import { plusDays } from '../core/time'
import type { REPAIR_CLASSES } from './schemas'

export type RepairClass = (typeof REPAIR_CLASSES)[number]

/**
 * The shortest quality guarantee the law asks for by class of repair, whichever ends first, counted from the day the car leaves:
 * Provisions on Motor Vehicle Repair (text of 2015), article 37, for cars; source
 * jtyst.henan.gov.cn/2017/09-29/1791003.html.
 */
export const GUARANTEE = {
  assembly: { km: 20_000, days: 100 },
  secondLevel: { km: 5000, days: 30 },
  minor: { km: 2000, days: 10 },
} as const satisfies Record<RepairClass, { km: number; days: number }>

/** The last day of a guarantee and the reading it ends at; null where the reading at delivery is not known. */
export function guaranteeOf(
  repairClass: RepairClass,
  { deliveredOn, km }: { deliveredOn: string; km: number | null },
): { lastDay: string; lastKm: number | null } {
  const { km: distance, days } = GUARANTEE[repairClass]
  return { lastDay: plusDays(deliveredOn, days), lastKm: km === null ? null : km + distance }
}

/** Whether a guarantee still holds on a day and, as far as it is known, at a reading. */
export const isUnderGuarantee = (
  { lastDay, lastKm }: { lastDay: string; lastKm: number | null },
  { day, km }: { day: string; km: number | null },
): boolean => day <= lastDay && (lastKm === null || km === null || km <= lastKm)
