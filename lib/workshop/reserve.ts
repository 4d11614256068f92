/** What the share of the day that is not booked is kept for (S1-55). Urgent cars carry no mark of their own: they are walk-ins. */
export const RESERVE_USES = ['carryOver', 'walkIn', 'additionalWork', 'quickLane'] as const
export type ReserveUse = (typeof RESERVE_USES)[number]

export type PlannedWork = {
  minutes: number
  /** Approved after the order was signed. */
  additional: boolean
  /** Of a car that came on an earlier day. */
  earlier: boolean
  quickLane: boolean
  booked: boolean
}

/** What planned work takes the reserve for; null for booked work of the day, which it is not kept for. Each minute counts once. */
export function reserveUseOf({ additional, earlier, quickLane, booked }: PlannedWork): ReserveUse | null {
  if (additional) return 'additionalWork'
  if (earlier) return 'carryOver'
  if (quickLane) return 'quickLane'
  return booked ? null : 'walkIn'
}

/** The reserve of a day in minutes, what each kind of work has taken of it, and what is left; less than nothing when it is overdrawn. */
export function reserveOf(
  { availableMinutes, bookableMinutes }: { availableMinutes: number; bookableMinutes: number },
  work: readonly PlannedWork[],
) {
  const used: Record<ReserveUse, number> = { carryOver: 0, walkIn: 0, additionalWork: 0, quickLane: 0 }
  for (const one of work) {
    const use = reserveUseOf(one)
    if (use) used[use] += one.minutes
  }
  const reserveMinutes = Math.max(0, availableMinutes - bookableMinutes)
  const usedMinutes = RESERVE_USES.reduce((sum, use) => sum + used[use], 0)
  return { reserveMinutes, used, usedMinutes, leftMinutes: reserveMinutes - usedMinutes }
}
export type Reserve = ReturnType<typeof reserveOf>
