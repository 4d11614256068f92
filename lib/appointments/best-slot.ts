type Slot = { startsAt: string; over: boolean; wanted: boolean; stay: boolean; rank: number }

/** The time to propose of a day: with room, of the adviser asked for, without leaving the car, then the calmest. */
export const bestSlot = <S extends Slot>(slots: readonly S[]): S | undefined =>
  slots
    .filter(({ over }) => !over)
    .toSorted(
      (a, b) => Number(b.wanted) - Number(a.wanted) || Number(b.stay) - Number(a.stay) || a.rank - b.rank,
    )[0]
