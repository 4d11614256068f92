/** The eight steps, with the codes of the register (section 2). */
export const STEPS = [
  'CONTACT',
  'RECEPTION',
  'ORDER',
  'LOUNGE',
  'REPAIR',
  'QC',
  'DELIVERY',
  'FOLLOW_UP',
] as const
export type Step = (typeof STEPS)[number]
