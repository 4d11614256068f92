import type { Locale } from '../core/locale'
import type { Role } from './roles'
import type { Scope } from './scopes'

type Common = { dealershipId: string; name: string; locale: Locale }

export type StaffActor = Common & {
  kind: 'staff'
  id: string
  roles: readonly Role[]
  grade: 'junior' | 'middle' | 'senior' | null
}
/** A customer who holds a proven link: sees one appointment or one visit, and nothing else. */
export type CustomerActor = Common & {
  kind: 'customer'
  id: string
  appointmentId: string | null
  visitId: string | null
}
/** Anybody on the public pages of one dealership. */
export type VisitorActor = Common & { kind: 'visitor'; id: null }
export type IntegrationActor = Common & { kind: 'integration'; id: string; scopes: readonly Scope[] }
/** The worker. */
export type SystemActor = Common & { kind: 'system'; id: null }

export type Actor = StaffActor | CustomerActor | VisitorActor | IntegrationActor | SystemActor
