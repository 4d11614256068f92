import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter, secondsAfter, secondsBetween } from '@/lib/core/time'
import type { Tx } from './db'
import { keyedHash } from './hash'

const FREE_FAILURES = 5
const LONGEST_LOCK_SECONDS = 15 * 60
const NOBODY_HOURS = 24

/** Seconds an account stays locked after its n-th failure in a row: none for five, then 1 s doubling to 15 min (R29). */
export const lockSeconds = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES), LONGEST_LOCK_SECONDS)

const lockedAfter = (failures: number, at: Date) => {
  const seconds = lockSeconds(failures)
  return seconds ? secondsAfter(at, seconds) : null
}

function checkLock(lockedUntil: Date | null, now: Date) {
  if (lockedUntil && lockedUntil > now)
    throw new Refusal('auth.locked-out', { seconds: secondsBetween(now, lockedUntil) + 1 })
}

/**
 * Counts a try as failed before the password is looked at, under a lock of the row, so that parallel guesses have no
 * more tries than one after the other. Answers the account, or null where nobody has this name; a name of nobody is
 * counted and locked just the same. Refuses with `auth.locked-out`.
 */
export async function countTry(tx: Tx, loginName: string, now: Date) {
  const [row] = await tx.$queryRaw<{ id: string; failures: number; lockedUntil: Date | null }[]>`
    SELECT id, "failedAttempts" AS failures, "lockedUntil" FROM "Account" WHERE "loginName" = ${loginName} FOR UPDATE`
  if (!row) return countNobody(tx, loginName, now)
  checkLock(row.lockedUntil, now)
  const failedAttempts = row.failures + 1
  return tx.account.update({
    where: { id: row.id },
    data: { failedAttempts, lockedUntil: lockedAfter(failedAttempts, now) },
    select: { id: true, loginName: true, passwordHash: true, disabledAt: true },
  })
}

async function countNobody(tx: Tx, loginName: string, now: Date): Promise<null> {
  const key = `nobody:${keyedHash(`login:${loginName}`)}`
  const [row] = await tx.$queryRaw<[{ points: number; expire: bigint }]>`
    INSERT INTO "RateLimit" AS r (key, points, expire) VALUES (${key}, 0, ${now.getTime()}::bigint)
    ON CONFLICT (key) DO UPDATE SET points = r.points RETURNING points, expire`
  checkLock(lockedAfter(row.points, hoursAfter(new Date(Number(row.expire)), -NOBODY_HOURS)), now)
  await tx.$executeRaw`
    UPDATE "RateLimit" SET points = points + 1, expire = ${hoursAfter(now, NOBODY_HOURS).getTime()}::bigint
    WHERE key = ${key}`
  return null
}
