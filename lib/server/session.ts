import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { StaffActor, VisitorActor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'
import type { Role } from '@/lib/auth/roles'
import { isLocale, type Locale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { authOptions } from './auth-options'
import { database, type Tx } from './db'
import type { Context } from './doors'
import { sha256 } from './hash'
import { IDLE_MINUTES } from './session-limits'

export type StaffContext = Context & {
  actor: StaffActor
  timeZone: string
  localeChosen: boolean
  dealership: { name: string; nameEn: string }
}

/** The signed-in person and dealership, fresh from the database; null when signed out, expired, idle or revoked. */
export const currentContext = cache(async (): Promise<StaffContext | null> => {
  const secret = (await getServerSession(authOptions()))?.secret
  return secret ? contextOfSecret(secret, new Date()) : null
})

/** As `currentContext`, but sends a signed-out person to the sign-in page. */
export async function requireContext(permission?: Permission): Promise<StaffContext> {
  const context = await currentContext()
  if (!context) redirect('/sign-in')
  if (permission && !may(context.actor, permission)) throw new Refusal('auth.forbidden', { permission })
  return context
}

export async function contextOfSecret(secret: string, now: Date): Promise<StaffContext | null> {
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
    if (minutesAfter(session.lastSeenAt, 1) <= now) await touch(tx, dealershipId, session.id, now)
    return staff
  })
  if (!found) return null
  const { id, dealershipId, name, roles, grade, account, dealership } = found
  const locale: Locale = isLocale(account?.locale) ? account.locale : 'zh-CN'
  return {
    db,
    now,
    timeZone: dealership.timeZone,
    localeChosen: isLocale(account?.locale),
    dealership: { name: dealership.name, nameEn: dealership.nameEn },
    actor: { kind: 'staff', id, dealershipId, name, roles: roles as Role[], grade, locale },
  }
}

const touch = (tx: Tx, dealershipId: string, id: string, now: Date) =>
  tx.staffSession.updateMany({ where: { dealershipId, id }, data: { lastSeenAt: now } })

/** Ends the session of this browser at once. */
export async function revokeCurrentSession(): Promise<void> {
  const secret = (await getServerSession(authOptions()))?.secret
  const context = await currentContext()
  if (!secret || !context) return
  const { actor, db, now } = context
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.dealership_id', ${actor.dealershipId}, true)`
    await tx.staffSession.updateMany({
      where: { dealershipId: actor.dealershipId, tokenHash: sha256(secret) },
      data: { revokedAt: now },
    })
  })
}

/** Anybody on the public pages of a dealership. */
export async function visitorContext(dealershipId: string): Promise<Context & { actor: VisitorActor }> {
  const chosen = (await cookies()).get('babu-locale')?.value
  const locale: Locale = isLocale(chosen) ? chosen : 'zh-CN'
  return {
    db: database(),
    now: new Date(),
    actor: { kind: 'visitor', id: null, dealershipId, name: '', locale },
  }
}
