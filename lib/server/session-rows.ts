import 'server-only'
import type { StaffActor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/roles'
import { isLocale, type Locale } from '@/lib/core/locale'
import { minutesAfter } from '@/lib/core/time'
import { database, type Tx } from './db'
import type { Context } from './doors'
import { sha256 } from './hash'
import { recordSession } from './session-events'

/** A session whose person did nothing for so long has ended (R28). */
export const IDLE_MINUTES = 30

export type StaffContext = Context & {
  actor: StaffActor
  sessionId: string
  nameEn: string
  timeZone: string
  localeChosen: boolean
  dealership: { name: string; nameEn: string }
}

/**
 * Who holds this secret, fresh from the database; null when it is unknown, expired, idle, revoked, or the person is disabled.
 * Only what the person does `touches` the session; a page that is merely open does not (R28).
 */
export async function contextOfSecret(
  secret: string,
  now: Date,
  { touches = true } = {},
): Promise<StaffContext | null> {
  const db = database()
  const tokenHash = sha256(secret)
  const found = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.shown_hash', ${tokenHash}, true)`
    const session = await tx.staffSession.findUnique({ where: { tokenHash } })
    if (!session || session.revokedAt || session.expiresAt <= now) return null
    if (minutesAfter(session.lastSeenAt, IDLE_MINUTES) <= now) return null
    await tx.$queryRaw`SELECT set_config('app.dealership_id', ${session.dealershipId}, true)`
    const { dealershipId, staffId: id } = session
    const staff = await tx.staff.findUnique({
      where: { dealershipId_id: { dealershipId, id } },
      include: { account: true, dealership: { select: { name: true, nameEn: true, timeZone: true } } },
    })
    if (!staff || staff.disabledAt || staff.account?.disabledAt) return null
    if (touches && minutesAfter(session.lastSeenAt, 1) <= now) await touch(tx, dealershipId, session.id, now)
    return { ...staff, sessionId: session.id }
  })
  if (!found) return null
  const { id, dealershipId, name, nameEn, roles, grade, account, dealership, sessionId } = found
  const locale: Locale = isLocale(account?.locale) ? account.locale : 'zh-CN'
  return {
    db,
    now,
    sessionId,
    nameEn,
    timeZone: dealership.timeZone,
    localeChosen: isLocale(account?.locale),
    dealership: { name: dealership.name, nameEn: dealership.nameEn },
    actor: { kind: 'staff', id, dealershipId, name, roles: roles as Role[], grade, locale },
  }
}

/**
 * Whether a person stands behind a request: a page opened or a form sent. The live stream, the refreshes it causes and other
 * things a page fetches by itself do not count, so that an open page keeps nobody signed in.
 */
export const isByPerson = (sent: Pick<Headers, 'get' | 'has'>): boolean =>
  sent.has('next-action') || (sent.get('accept') ?? '').includes('text/html')

const touch = (tx: Tx, dealershipId: string, id: string, now: Date) =>
  tx.staffSession.updateMany({ where: { dealershipId, id }, data: { lastSeenAt: now } })

/** Ends the session of this secret at once. */
export const revokeSecret = ({ db, actor, now }: StaffContext, secret: string) =>
  db.$transaction(async (tx) => {
    const { dealershipId } = actor
    await tx.$queryRaw`SELECT set_config('app.dealership_id', ${dealershipId}, true)`
    await tx.staffSession.updateMany({
      where: { dealershipId, tokenHash: sha256(secret) },
      data: { revokedAt: now },
    })
    await recordSession(tx, 'session.end', actor, now)
  })
