export const TIERS = ['new', 'existing', 'vip'] as const
export type Tier = (typeof TIERS)[number]

/** Fewer visits than this and a customer stays new, however long ago the first was (register, reading C25). */
export const VISITS_OF_EXISTING = 2
