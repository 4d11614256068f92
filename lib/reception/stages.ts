import { secondsBetween } from '../core/time'
import type { VisitStatus } from './visit'

/** S2-74: a car is received in three stages. */
export const RECEPTION_STAGES = ['prepare', 'carryOut', 'handOver'] as const
export type ReceptionStage = (typeof RECEPTION_STAGES)[number]

/** The stage a visit is in; null once the reception is over. */
export function receptionStage(status: VisitStatus): ReceptionStage | null {
  if (status === 'waitingGreeting' || status === 'greeted') return 'prepare'
  if (status === 'inspecting') return 'carryOut'
  return status === 'recordSigned' || status === 'atDesk' ? 'handOver' : null
}

/** S2-14: whole seconds from the greeting to the start of the inquiry; null while either is missing. */
export const inquirySeconds = (greetedAt: Date | null, startedAt: Date | null): number | null =>
  greetedAt && startedAt ? Math.max(0, secondsBetween(greetedAt, startedAt)) : null
