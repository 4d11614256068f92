import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { threeWay } from '@/lib/core/three-way'
import { conditionOf } from '../condition'
import type { visitRow } from './visit-row'

/** What a walk-around says now, field by field in the shape in which a change of it is sent. */
export function inspectionNow(visit: Awaited<ReturnType<typeof visitRow>>): Record<string, unknown> {
  const { record, parkedAt, keyLocation, licenceTaken, bookletTaken, keysTaken, reachBy, waiting } = visit
  return {
    ...record,
    ...conditionOf(record),
    parkedAt, keyLocation, licenceTaken, bookletTaken, keysTaken, reachBy, waiting,
    items: record.walkAroundItems.map(({ kind, state, note }) => ({ kind, state, note })),
    valuables: record.valuables.map(({ kind, quantity, note }) => ({ kind, quantity, note })),
    valuablesReminded: record.valuablesRemindedAt !== null,
    damageShown: record.damageShownAt !== null,
  } // prettier-ignore
}

/** Texts are never written over unseen, also by who does not say what they were. */
const UNSEEN: Record<string, unknown> = { customerStatement: '', adviserConfirmation: '' }

/**
 * A change brought together with what is there `now`. A field without a base is simply written. Refuses
 * `reception.changed-elsewhere` with the names of the fields that somebody else changed too (`of`) and what they say now (`theirs`,
 * JSON).
 */
export function mergedWith<Changed extends object>(
  now: Record<string, unknown>,
  changed: Changed,
  base: Record<string, unknown>,
): Changed {
  const read = { ...UNSEEN, ...base }
  const theirs: Record<string, unknown> = {}
  const merged = Object.entries(changed).map(([field, mine]) => {
    if (mine === undefined || !(field in read) || !(field in now)) return [field, mine]
    const { value, clashes } = threeWay(read[field], mine, now[field])
    if (clashes.length > 0) theirs[field] = now[field]
    return [field, value]
  })
  const of = Object.keys(theirs)
  if (of.length > 0)
    throw new Refusal('reception.changed-elsewhere', { of: of.join(','), theirs: JSON.stringify(theirs) })
  return Object.fromEntries(merged) as Changed
}
