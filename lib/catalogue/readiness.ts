/** What a dealership needs before a customer can book, in the order in which it is made. */
export const READINESS_STEPS = [
  'hours',
  'bays',
  'advisers',
  'technicians',
  'attendance',
  'operations',
  'rates',
  'packages',
] as const

export type ReadinessStep = (typeof READINESS_STEPS)[number]
