import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter } from '@/lib/core/time'
import { database, type Tx } from './db'
import { keyedHash, newToken, sha256 } from './hash'
import { log } from './log'
import { countTry } from './login-tries'
import { forgive, limit } from './rate-limit'
import { recordSession } from './session-events'

const ARGON = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const FAILURES_OF_AN_ADDRESS = 100
export const SESSION_HOURS = 12

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON)

let decoy: Promise<string> | undefined

/**
 * Checks name and password and opens a session at the person's dealership; answers its secret.
 * Refuses with `auth.wrong-login` (same for unknown name, wrong password and disabled account), `auth.locked-out`, or
 * `auth.too-many-requests` after a hundred failures in an hour from one address.
 */
export async function openSession(
  loginName: string,
  password: string,
  now: Date,
  userAgent = '',
  address = '',
): Promise<string> {
  const perAddress = ['sign-in-address', address, FAILURES_OF_AN_ADDRESS, 3600] as const
  if (address) await limit(...perAddress)
  const account = await checkLogin(loginName, password, now).catch((error: unknown) => {
    if (error instanceof Refusal)
      log.warn({ code: error.code, who: keyedHash(loginName).slice(0, 12), address }, 'sign-in refused')
    throw error
  })
  const secret = await named(account.loginName, async (tx) => {
    const staff = await firstStaff(tx, account.id)
    if (!staff) throw new Refusal('auth.wrong-login')
    const token = await createStaffSession(tx, staff, now, userAgent)
    await recordSession(tx, 'session.open', staff, now)
    return token
  })
  if (address) await forgive(...perAddress)
  return secret
}

/**
 * The account of this name when the password is its own; each failure counts towards the lock-out. Refuses with
 * `auth.wrong-login` or `auth.locked-out`.
 */
export async function checkLogin(loginName: string, password: string, now: Date) {
  const name = loginName.trim().toLowerCase().slice(0, 100)
  const account = await named(name, (tx) => countTry(tx, name, now))
  const stored = account?.passwordHash ?? (await (decoy ??= hashPassword(newToken())))
  const right = await verify(stored, password.slice(0, 256)).catch(() => false)
  if (!account) throw new Refusal('auth.wrong-login')
  if (!right || account.disabledAt) {
    await named(name, (tx) => recordRefused(tx, account.id, now))
    throw new Refusal('auth.wrong-login')
  }
  await named(name, (tx) =>
    tx.account.update({
      where: { id: account.id },
      data: { failedAttempts: 0, lockedUntil: null },
      select: { id: true },
    }),
  )
  return account
}

async function recordRefused(tx: Tx, accountId: string, now: Date): Promise<void> {
  const staff = await firstStaff(tx, accountId)
  if (!staff) return
  await tx.$queryRaw`SELECT set_config('app.dealership_id', ${staff.dealershipId}, true)`
  await recordSession(tx, 'session.refuse', staff, now)
}

/** The employment under which this account signs in: the oldest that is not over. */
async function firstStaff(tx: Tx, accountId: string) {
  await tx.$queryRaw`SELECT set_config('app.account_id', ${accountId}, true)`
  return tx.staff.findFirst({ where: { accountId, disabledAt: null }, orderBy: { createdAt: 'asc' } })
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
