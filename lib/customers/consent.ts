/** What customers agree to: use of their data for a visit, and reminders and offers. */
export const CONSENT_KINDS = ['service', 'marketing'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** The version of each text in force, kept with every consent to it. */
export const CONSENT_VERSIONS: Record<ConsentKind, string> = { service: '2', marketing: '2' }
