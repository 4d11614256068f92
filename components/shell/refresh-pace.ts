/** Changes of one moment are gathered into one refresh. */
export const GATHER_MS = 120
const PACE_MS = 500

/** Events that change nothing a page shows before another event follows. */
const SILENT = new Set(['file.add', 'import.batch', 'account.changePassword', 'staff.revokeSessions'])

/** How long a refresh waits when the last one was made so many milliseconds ago: never two within half a second. */
export const waitBefore = (sinceLast: number): number => Math.max(GATHER_MS, PACE_MS - sinceLast)

/** Does a page at this path show what this event has changed? A customer's stream names no event: always. */
export const isShown = (path: string, name: string | undefined): boolean =>
  /^\/(settings|account)/.test(path) || name === undefined || !SILENT.has(name)
