import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'
import { IDLE_MINUTES, type StaffContext } from '@/lib/server/session-rows'
import { checkLogin, hashPassword } from '@/lib/server/sign-in'
import { minutesAfter } from '@/lib/core/time'
import { checkPassword, password } from '../password'
import { staffRow } from './staff-rows'

const Wanted = z.object({
  oldPassword: z.string().min(1, 'required').max(256, 'too-long'),
  password,
  passwordAgain: z.string().max(256),
})

/**
 * Changes the own password: the old one is asked, every other session of the person ends at once. A wrong old password
 * counts towards the lock-out of the account. Refuses with `account.wrong-password`, `auth.locked-out`,
 * `account.passwords-differ`, `account.same-password` or `staff.password-common`.
 */
export async function changeOwnPassword(context: StaffContext, raw: unknown): Promise<{ sessions: number }> {
  const { db, actor, now, sessionId } = context
  const wanted = Wanted.parse(raw)
  if (wanted.password !== wanted.passwordAgain) throw new Refusal('account.passwords-differ')
  const { loginName } = await ownAccount({ db, actor, now }, { sessionId })
  checkPassword(wanted.password, loginName)
  const { id: accountId } = await checkLogin(loginName, wanted.oldPassword, now).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'auth.wrong-login'
      ? new Refusal('account.wrong-password')
      : error
  })
  if (wanted.password === wanted.oldPassword) throw new Refusal('account.same-password')
  const passwordHash = await hashPassword(wanted.password)
  return keepPassword({ db, actor, now }, { accountId, passwordHash, sessionId })
}

const keepPassword = command(
  'account.changePassword',
  z.object({ accountId: id, passwordHash: z.string(), sessionId: id }),
  async ({ tx, actor, now }, { accountId, passwordHash, sessionId }) => {
    const { dealershipId } = actor
    const staff = await staffRow(tx, dealershipId, actor.id ?? '')
    if (staff.account?.id !== accountId) throw new Refusal('common.not-found')
    await tx.account.update({
      where: { id: accountId },
      data: { passwordHash, failedAttempts: 0, lockedUntil: null },
      select: { id: true },
    })
    const { count: sessions } = await tx.staffSession.updateMany({
      where: { dealershipId, staffId: staff.id, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    })
    return { result: { sessions }, subject: { type: 'staff', id: staff.id }, facts: { sessions } }
  },
)

/** The own login name, and how many other sessions are open. */
export const ownAccount = query(
  'account.changePassword',
  z.object({ sessionId: id }),
  async ({ tx, actor, now }, { sessionId }) => {
    const { dealershipId } = actor
    const { id: staffId, account } = await staffRow(tx, dealershipId, actor.id ?? '')
    if (!account) throw new Refusal('common.not-found')
    const others = await tx.staffSession.count({
      where: {
        dealershipId,
        staffId,
        id: { not: sessionId },
        revokedAt: null,
        expiresAt: { gt: now },
        lastSeenAt: { gt: minutesAfter(now, -IDLE_MINUTES) },
      },
    })
    return { loginName: account.loginName, others }
  },
)
