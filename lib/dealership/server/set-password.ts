import 'server-only'
import * as z from 'zod'
import type { Role } from '@/lib/auth/roles'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { hashPassword } from '@/lib/server/sign-in'
import { checkPassword, loginName, password } from '../password'
import { checkRoles } from '../staff-rules'
import { endSessions, managing, staffRow } from './staff-rows'

/**
 * Gives a person a login, or a new password, and ends all sessions. Refuses with `staff.password-common`,
 * `staff.login-taken`, `staff.no-login` or `staff.administrator-only`.
 */
export const setPassword = command(
  'staff.setPassword',
  z.object({ id, loginName: optional(loginName), password }),
  async ({ tx, actor, now }, { id: staffId, loginName: wanted, password: secret }) => {
    const { dealershipId } = actor
    const { name, roles, account } = await staffRow(tx, dealershipId, staffId)
    checkRoles(managing(actor), { id: staffId, roles }, roles as Role[])
    const login = account?.loginName ?? wanted
    if (!login) throw new Refusal('staff.no-login')
    checkPassword(secret, login)
    const passwordHash = await hashPassword(secret)
    if (account)
      await tx.account.update({
        where: { id: account.id },
        data: { passwordHash, failedAttempts: 0, lockedUntil: null, disabledAt: null },
        select: { id: true },
      })
    else {
      const accountId = await createAccount(tx, { dealershipId, login, passwordHash, now })
      await tx.staff.update({
        where: { dealershipId_id: { dealershipId, id: staffId } },
        data: { accountId },
        select: { id: true },
      })
    }
    const sessions = await endSessions(tx, dealershipId, staffId, now)
    return { result: { sessions }, subject: { type: 'staff', id: staffId }, facts: { name, sessions } }
  },
)

type Login = { dealershipId: string; login: string; passwordHash: string; now: Date }

/** An account of this dealership's group; refuses with `staff.login-taken`. */
export async function createAccount(
  tx: Tx,
  { dealershipId, login, passwordHash, now }: Login,
): Promise<string> {
  await tx.$queryRaw`SELECT set_config('app.login_name', ${login}, true)`
  const taken = await tx.account.findUnique({ where: { loginName: login }, select: { id: true } })
  if (taken) throw new Refusal('staff.login-taken', { loginName: login })
  const { groupId } = await tx.dealership.findUniqueOrThrow({
    where: { id: dealershipId },
    select: { groupId: true },
  })
  const { id: accountId } = await tx.account.create({
    data: { groupId, loginName: login, passwordHash, createdAt: now },
    select: { id: true },
  })
  return accountId
}
