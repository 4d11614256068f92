/** Minutes that attendance is worth: shift minutes times productivity (S1-52: 10 technicians x 8 h x 100 % = 80 h). */
export const availableMinutes = (shiftMinutes: number, productivityBp: number): number =>
  Math.floor((shiftMinutes * productivityBp) / 10_000)

/** The share of the available minutes that may be booked (S1-53: 80 h x 80 % = 64 h); the rest is kept for other work. */
export const bookableMinutes = (available: number, rateBp: number): number =>
  Math.floor((available * rateBp) / 10_000)
