import type { Actor } from '../auth/actor'
import { Refusal } from '../core/refusal'

export const ACCEPTING_SIDES = ['adviser', 'technician'] as const
export type AcceptingSide = (typeof ACCEPTING_SIDES)[number]
export type Voice = { side: AcceptingSide; staffId: string }

export type AcceptanceFacts = {
  wash: boolean | null
  washedAt: Date | null
  openRoadTests: number
  /** Who worked on the order. */
  workers: readonly string[]
  given: readonly Voice[]
}

/**
 * May this person accept the car for this side? Adviser and technician accept together: two people, one voice each.
 * Refuses with `acceptance.road-test-open`, `acceptance.wash-first`, `acceptance.already-given`,
 * `acceptance.same-person` or `acceptance.not-your-work`.
 */
export function checkAcceptance(voice: Voice, facts: AcceptanceFacts): void {
  if (facts.openRoadTests > 0) throw new Refusal('acceptance.road-test-open')
  if (facts.wash === true && !facts.washedAt) throw new Refusal('acceptance.wash-first')
  if (facts.given.some(({ side }) => side === voice.side)) throw new Refusal('acceptance.already-given')
  if (facts.given.some(({ staffId }) => staffId === voice.staffId))
    throw new Refusal('acceptance.same-person')
  if (voice.side === 'technician' && !facts.workers.includes(voice.staffId))
    throw new Refusal('acceptance.not-your-work')
}

/** Both voices are there. */
export const isAccepted = (given: readonly Voice[]): boolean =>
  ACCEPTING_SIDES.every((side) => given.some((voice) => voice.side === side))

const ADVISING = ['receptionAdviser', 'serviceAdviser', 'serviceManager'] as const
const REPAIRING = ['technician', 'technicalSupervisor'] as const

/** The sides a person may speak for. */
export function sidesOf(actor: Actor): AcceptingSide[] {
  const roles = actor.kind === 'staff' ? actor.roles : []
  const advises = ADVISING.some((role) => roles.includes(role))
  const repairs = REPAIRING.some((role) => roles.includes(role))
  return ACCEPTING_SIDES.filter((side) => (side === 'adviser' ? advises : repairs))
}
