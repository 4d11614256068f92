import * as z from 'zod'
import { ROLES, type Role } from '../auth/roles'
import { Refusal } from '../core/refusal'
import { day, optional, phone, requiredText, text } from '../core/fields'

export const GRADES = ['junior', 'middle', 'senior'] as const
export const SKILLS = ['general', 'engine', 'electrical', 'chassis', 'body', 'paint', 'newEnergy'] as const

const list = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(schema))

/** What is kept of a person who works here. */
export const StaffFields = z.object({
  employeeNo: requiredText(20),
  name: requiredText(60),
  nameEn: text(60).default(''),
  phone: optional(phone),
  roles: list(z.enum(ROLES)).refine((roles) => roles.length > 0, 'choose'),
  grade: optional(z.enum(GRADES)),
  skills: list(z.enum(SKILLS)),
  certifiedUntil: optional(day),
})
export type StaffFields = z.output<typeof StaffFields>

type Person = { id: string | null; roles: readonly string[] }

/** Nobody gives, changes or takes an administrator but an administrator; nobody changes the own roles (X-ROL-35). */
export function checkRoles(actor: Person, before: Person | null, after: readonly Role[]): void {
  const changed = !before || [...before.roles].sort().join() !== [...after].sort().join()
  if (before && before.id === actor.id && changed) throw new Refusal('staff.own-roles')
  const touches = after.includes('administrator') || !!before?.roles.includes('administrator')
  if (touches && !actor.roles.includes('administrator')) throw new Refusal('staff.administrator-only')
}

/** Work is given out by grade, so a technician without one could never be given any. */
export function checkGrade({ roles, grade }: { roles: readonly Role[]; grade?: string | undefined }): void {
  if (roles.includes('technician') && !grade) throw new Refusal('staff.grade-wanted')
}
