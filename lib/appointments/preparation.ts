import type { Role } from '../auth/roles'
import { minutesBetween } from '../core/time'

export type PreparationKind = 'parts' | 'people' | 'bay' | 'specialPlan' | 'reception'
export type PreparationState = 'open' | 'done' | 'failed'

/** Which department answers for an item of the preparation (S1-71, S1-72). The reception is its adviser's own. */
export const PREPARED_BY: Record<PreparationKind, readonly Role[]> = {
  parts: ['partsClerk'],
  people: ['foreman'],
  bay: ['foreman'],
  specialPlan: ['foreman'],
  reception: ['serviceAdviser', 'receptionAdviser'],
}

/** The department of an item, by the role that stands for it. */
export const ownerOf = (kind: PreparationKind): 'partsClerk' | 'foreman' | 'serviceAdviser' =>
  kind === 'parts' ? 'partsClerk' : kind === 'reception' ? 'serviceAdviser' : 'foreman'

/** Where an item stands. */
export const stateOf = (task: { doneAt: unknown; failedAt: unknown }): PreparationState =>
  task.doneAt ? 'done' : task.failedAt ? 'failed' : 'open'

const EXPECTED_WITHIN = 60

/** Whether the reception of a car is to be prepared: it is expected within the hour, or a little late (S1-80). */
export const isExpected = (startsAt: Date, now: Date): boolean => {
  const minutes = minutesBetween(now, startsAt)
  return minutes <= EXPECTED_WITHIN && minutes > -EXPECTED_WITHIN
}

type Owned = { kind: PreparationKind; adviserId: string | null }

/** Whether an item is for this person to do: of the own department, and a reception of the own cars or of nobody's. */
export const isMine = (
  { kind, adviserId }: Owned,
  person: { id: string; roles: readonly string[] },
): boolean =>
  PREPARED_BY[kind].some((role) => person.roles.includes(role)) &&
  (kind !== 'reception' || adviserId === null || adviserId === person.id)
