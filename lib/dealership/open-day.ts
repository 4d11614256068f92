import { instant, type Interval } from '../core/time'

/** One calendar day of a dealership; both times null when closed. */
export type OpenDay = { day: string; opensAt: string | null; closesAt: string | null; reason: string }

/** From opening to closing as instants; null when closed. */
export const openInterval = ({ day, opensAt, closesAt }: OpenDay, timeZone: string): Interval | null =>
  opensAt && closesAt
    ? { start: instant(day, opensAt, timeZone), end: instant(day, closesAt, timeZone) }
    : null
