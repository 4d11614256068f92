export const BAY_KINDS = [
  'general',
  'quick',
  'alignment',
  'body',
  'paint',
  'wash',
  'reception',
  'diagnosis',
] as const

export type BayKind = (typeof BAY_KINDS)[number]
