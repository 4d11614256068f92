/** What the share of the day that is not booked is kept for (S1-55), and the quick lane, whose people come out of it (S1-59). */
export const RESERVE_USES = ['carryOver', 'walkIn', 'urgent', 'additionalWork', 'quickLane'] as const
export type ReserveUse = (typeof RESERVE_USES)[number]

/**
 * Minutes of a day that came without a booking, by what they are: `other_work` of the migrations decides it. `booked`: an urgent
 * repair that is booked past the rate, which stands among the booked minutes already.
 */
export type OtherWork = { use: ReserveUse; minutes: number; booked?: boolean }

/** The reserve of a day in minutes, what each kind of work has taken of it, and what is left; less than nothing when it is overdrawn. */
export function reserveOf(
  { availableMinutes, bookableMinutes }: { availableMinutes: number; bookableMinutes: number },
  work: readonly OtherWork[],
) {
  const used: Record<ReserveUse, number> = {
    carryOver: 0,
    walkIn: 0,
    urgent: 0,
    additionalWork: 0,
    quickLane: 0,
  }
  for (const { use, minutes } of work) used[use] += minutes
  const reserveMinutes = Math.max(0, availableMinutes - bookableMinutes)
  const usedMinutes = RESERVE_USES.reduce((sum, use) => sum + used[use], 0)
  const bookedMinutes = work.reduce((sum, { booked, minutes }) => sum + (booked ? minutes : 0), 0)
  const leftMinutes = reserveMinutes - usedMinutes
  return {
    reserveMinutes,
    used,
    usedMinutes,
    leftMinutes,
    /** What may still be booked of the day: what is used above the reserve is taken from it. */
    openMinutes: bookableMinutes + Math.min(0, leftMinutes + bookedMinutes),
  }
}
export type Reserve = ReturnType<typeof reserveOf>
