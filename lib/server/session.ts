import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { VisitorActor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'
import { isLocale, localeFromHeader, type Locale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { addressOf } from './address'
import { authOptions } from './auth-options'
import { database } from './db'
import type { Context } from './doors'
import { reportDenied } from './log'
import { contextOfSecret, isByPerson, revokeSecret, type StaffContext } from './session-rows'

export type { StaffContext }

/** The signed-in person and dealership, fresh from the database, in the reader's language; null when signed out, expired, idle or revoked. */
export const currentContext = cache(async (): Promise<StaffContext | null> => {
  const secret = (await getServerSession(authOptions()))?.secret
  const touches = isByPerson(await headers())
  const context = secret ? await contextOfSecret(secret, new Date(), { touches }) : null
  if (!context || context.localeChosen) return context
  return { ...context, actor: { ...context.actor, locale: await browserLocale() } }
})

export const LOCALE_COOKIE = 'babu-locale'

/** The browser says that somebody is at the screen. Answers whether the session still stands. */
export async function markSeen(): Promise<boolean> {
  const secret = (await getServerSession(authOptions()))?.secret
  return !!secret && (await contextOfSecret(secret, new Date())) !== null
}

/** What was chosen in this browser, else what it prefers. */
export async function browserLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  return isLocale(chosen) ? chosen : localeFromHeader((await headers()).get('accept-language'))
}

/** As `currentContext`, but sends a signed-out person to the sign-in page. */
export async function requireContext(permission?: Permission): Promise<StaffContext> {
  const context = await currentContext()
  if (!context) redirect('/sign-in')
  if (permission && !may(context.actor, permission)) {
    reportDenied(context.actor, permission)
    throw new Refusal('auth.forbidden', { permission })
  }
  return context
}

/** Ends the session of this browser at once. */
export async function revokeCurrentSession(): Promise<void> {
  const secret = (await getServerSession(authOptions()))?.secret
  const context = await currentContext()
  if (!secret || !context) return
  await revokeSecret(context, secret)
}

type VisitorContext = Context & { actor: VisitorActor; address: string }

/** Anybody on the public pages of a dealership, and the address the request came from. */
export async function visitorContext(dealershipId: string): Promise<VisitorContext> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale: Locale = isLocale(chosen) ? chosen : 'zh-CN'
  return {
    db: database(),
    now: new Date(),
    address: addressOf(await headers()),
    actor: { kind: 'visitor', id: null, dealershipId, name: '', locale },
  }
}
