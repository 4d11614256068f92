import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter, secondsAfter, secondsBetween } from '@/lib/core/time'
import { database, type Tx } from './db'
import { newToken, sha256 } from './hash'

const ARGON = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const FREE_FAILURES = 5
const LONGEST_LOCK_SECONDS = 15 * 60
export const SESSION_HOURS = 12

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON)

/** Seconds an account stays locked after its n-th failure in a row: none for five, then 1 s doubling to 15 min (R29). */
export const lockSeconds = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES), LONGEST_LOCK_SECONDS)

let decoy: Promise<string> | undefined

/**
 * Checks name and password and opens a session at the person's dealership; answers its secret.
 * Refuses with `auth.wrong-login` (same for unknown name, wrong password and disabled account) or `auth.locked-out`.
 */
export async function openSession(
  loginName: string,
  password: string,
  now: Date,
  userAgent = '',
): Promise<string> {
  const name = loginName.trim().toLowerCase().slice(0, 100)
  const account = await named(name, (tx) => tx.account.findUnique({ where: { loginName: name } }))
  if (account?.lockedUntil && account.lockedUntil > now)
    throw new Refusal('auth.locked-out', { seconds: secondsBetween(now, account.lockedUntil) + 1 })
  const stored = account?.passwordHash ?? (await (decoy ??= hashPassword(newToken())))
  const right = await verify(stored, password.slice(0, 256)).catch(() => false)
  if (!account) throw new Refusal('auth.wrong-login')
  if (!right || account.disabledAt) {
    const failures = account.failedAttempts + 1
    const lock = lockSeconds(failures)
    const lockedUntil = lock ? secondsAfter(now, lock) : null
    await named(name, (tx) =>
      tx.account.update({
        where: { id: account.id },
        data: { failedAttempts: { increment: 1 }, lockedUntil },
      }),
    )
    throw new Refusal('auth.wrong-login')
  }
  return named(name, async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { failedAttempts: 0, lockedUntil: null } })
    await tx.$queryRaw`SELECT set_config('app.account_id', ${account.id}, true)`
    const staff = await tx.staff.findFirst({
      where: { accountId: account.id, disabledAt: null },
      orderBy: { createdAt: 'asc' },
    })
    if (!staff) throw new Refusal('auth.wrong-login')
    return createStaffSession(tx, staff, now, userAgent)
  })
}

/** Opens a session for a staff row; answers the secret, of which only the hash is kept. */
export async function createStaffSession(
  tx: Tx,
  staff: { id: string; dealershipId: string },
  now: Date,
  userAgent = '',
): Promise<string> {
  const token = newToken()
  await tx.$queryRaw`SELECT set_config('app.dealership_id', ${staff.dealershipId}, true)`
  await tx.staffSession.create({
    data: {
      dealershipId: staff.dealershipId,
      staffId: staff.id,
      tokenHash: sha256(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: hoursAfter(now, SESSION_HOURS),
      userAgent: userAgent.slice(0, 200),
    },
    select: { id: true },
  })
  return token
}

const named = <Result>(loginName: string, work: (tx: Tx) => Promise<Result>) =>
  database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.login_name', ${loginName}, true)`
    return work(tx)
  })
