type Interval = { startsAt: Date; endsAt: Date }

export type TripState = 'planned' | 'now' | 'late' | 'done'

/** How far a trip of a driver is; late when its time is over and nobody has noted it as driven. */
export function tripState(
  { startsAt, endsAt, doneAt }: Interval & { doneAt: Date | null },
  now: Date,
): TripState {
  if (doneAt) return 'done'
  if (now >= endsAt) return 'late'
  return now >= startsAt ? 'now' : 'planned'
}

export type LoanState = 'reserved' | 'out' | 'overdue'

/** Where a loaner car is that is not back: kept for a customer, away with one who has come, or away longer than agreed. */
export function loanState({ endsAt, arrived }: Interval & { arrived: boolean }, now: Date): LoanState {
  if (!arrived) return 'reserved'
  return now >= endsAt ? 'overdue' : 'out'
}
