/** What an API key may be given; each opens the permissions listed in permissions.ts. */
export const SCOPES = [
  'catalogue:read',
  'slots:read',
  'appointments:read',
  'appointments:write',
  'visits:read',
  'orders:read',
  'orders:write',
  'customers:read',
  'customers:write',
  'vehicles:read',
] as const

export type Scope = (typeof SCOPES)[number]
