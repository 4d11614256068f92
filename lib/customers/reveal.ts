/** Why somebody looks at a number in full. */
export const REVEAL_REASONS = ['call', 'visit', 'papers', 'correction', 'request'] as const
export type RevealReason = (typeof REVEAL_REASONS)[number]

/** What can be looked at in full. */
export const REVEALED = ['phone', 'phone2', 'vin'] as const
export type Revealed = (typeof REVEALED)[number]
