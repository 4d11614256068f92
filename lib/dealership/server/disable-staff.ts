import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { checkRoles } from '../staff-rules'
import type { Role } from '@/lib/auth/roles'
import { refreshCapacity } from './capacity-ledger'
import { checkAnotherAdministrator, endSessions, managing, staffRow } from './staff-rows'

/**
 * Takes a person out of work: no sign-in, no new work, all sessions end at once. What was done stays under the name.
 * Refuses with `staff.own-account`, `staff.administrator-only` or `staff.last-administrator`.
 */
export const disableStaff = command(
  'staff.disable',
  z.object({ id }),
  async ({ tx, actor, now }, { id: staffId }) => {
    const { dealershipId } = actor
    if (staffId === actor.id) throw new Refusal('staff.own-account')
    const { name, roles, disabledAt } = await staffRow(tx, dealershipId, staffId)
    checkRoles(managing(actor), { id: staffId, roles }, roles as Role[])
    if (roles.includes('administrator')) await checkAnotherAdministrator(tx, dealershipId, staffId)
    await tx.staff.update({
      where: { dealershipId_id: { dealershipId, id: staffId } },
      data: { disabledAt: disabledAt ?? now },
      select: { id: true },
    })
    await refreshCapacity(tx, { dealershipId, now })
    const sessions = await endSessions(tx, dealershipId, staffId, now)
    return { result: { sessions }, subject: { type: 'staff', id: staffId }, facts: { name, sessions } }
  },
)

/** Takes a disabled person back, with the roles and the login as they were. */
export const enableStaff = command(
  'staff.enable',
  z.object({ id }),
  async ({ tx, actor, now }, { id: staffId }) => {
    const { dealershipId } = actor
    const { name, roles } = await staffRow(tx, dealershipId, staffId)
    checkRoles(managing(actor), { id: staffId, roles }, roles as Role[])
    await tx.staff.update({
      where: { dealershipId_id: { dealershipId, id: staffId } },
      data: { disabledAt: null },
      select: { id: true },
    })
    await refreshCapacity(tx, { dealershipId, now })
    return { result: {}, subject: { type: 'staff', id: staffId }, facts: { name } }
  },
)
