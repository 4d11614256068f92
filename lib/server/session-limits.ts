import 'server-only'

/** A session that asked nothing for so long has ended (R29). */
export const IDLE_MINUTES = 30
