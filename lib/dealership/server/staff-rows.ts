import 'server-only'
import type { Role } from '@/lib/auth/roles'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import type { StaffFields } from '../staff-rules'

/** A person of this dealership; refuses with `common.not-found`. */
export async function staffRow(tx: Tx, dealershipId: string, id: string) {
  const row = await tx.staff.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: { account: { select: { id: true, loginName: true } } },
  })
  if (!row) throw new Refusal('common.not-found')
  return row
}

export async function checkNumberFree(tx: Tx, dealershipId: string, no: string, ownId?: string) {
  const other = await tx.staff.findUnique({
    where: { dealershipId_employeeNo: { dealershipId, employeeNo: no } },
    select: { id: true, name: true },
  })
  if (other && other.id !== ownId) throw new Refusal('staff.number-taken', { no, who: other.name })
}

/** Refuses when nobody else could manage the administrators any more. */
export async function checkAnotherAdministrator(tx: Tx, dealershipId: string, except: string) {
  const others = await tx.staff.count({
    where: {
      dealershipId,
      disabledAt: null,
      accountId: { not: null },
      roles: { has: 'administrator' },
      NOT: { id: except },
    },
  })
  if (!others) throw new Refusal('staff.last-administrator')
}

export const columnsOf = ({ certifiedUntil, grade, phone, ...rest }: StaffFields) => ({
  ...rest,
  phone: phone ?? '',
  grade: grade ?? null,
  certifiedUntil: certifiedUntil ? toDateColumn(certifiedUntil) : null,
})

/** Who acts, as the rules of roles see it. */
export const managing = (actor: Actor): { id: string | null; roles: readonly Role[] } => ({
  id: actor.id,
  roles: actor.kind === 'staff' ? actor.roles : [],
})

export const endSessions = async (tx: Tx, dealershipId: string, staffId: string, now: Date) => {
  const where = { dealershipId, staffId, revokedAt: null, expiresAt: { gt: now } }
  return (await tx.staffSession.updateMany({ where, data: { revokedAt: now } })).count
}
