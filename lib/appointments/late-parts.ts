/** A part that is not there yet, with the day from which it is ('YYYY-MM-DD'). */
export type LatePart = { name: string; nameEn: string; day: string }

/** The first day on which all parts are there; null when nothing is late. Earlier, a booking is provisional (S1-75). */
export const partsThereOn = (late: readonly LatePart[]): string | null =>
  late.reduce<string | null>((last, { day }) => (last === null || day > last ? day : last), null)

/** The part that is waited for longest; of several the first by name. */
export const latestPart = (late: readonly LatePart[]): LatePart | null =>
  [...late].sort((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? 1 : -1))[0] ?? null
