import 'server-only'
import type { StaffActor } from '@/lib/auth/actor'
import { isLocale, type Locale } from '@/lib/core/locale'
import { ask } from './ask'
import { database } from './db'
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

type Holder = Pick<StaffContext, 'sessionId' | 'nameEn' | 'timeZone'> &
  Pick<StaffActor, 'id' | 'dealershipId' | 'name' | 'roles' | 'grade'> & {
    locale: string | null
    houseName: string
    houseNameEn: string
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
  const [found] = await ask<Holder>('session_holder', 'SELECT * FROM session_holder($1, $2, $3, $4)', [
    sha256(secret),
    now,
    `${IDLE_MINUTES} minutes`,
    touches,
  ])
  if (!found) return null
  const { sessionId, dealershipId, id, name, nameEn, roles, grade, timeZone, houseName, houseNameEn } = found
  const locale: Locale = isLocale(found.locale) ? found.locale : 'zh-CN'
  return {
    db: database(),
    now,
    sessionId,
    nameEn,
    timeZone,
    localeChosen: isLocale(found.locale),
    dealership: { name: houseName, nameEn: houseNameEn },
    actor: { kind: 'staff', id, dealershipId, name, roles, grade, locale },
  }
}

/**
 * Whether a person stands behind a request: a page opened or a form sent. The live stream, the refreshes it causes and other
 * things a page fetches by itself do not count, so that an open page keeps nobody signed in.
 */
export const isByPerson = (sent: Pick<Headers, 'get' | 'has'>): boolean =>
  sent.has('next-action') || (sent.get('accept') ?? '').includes('text/html')

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
