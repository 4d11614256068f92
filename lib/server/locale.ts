import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { isLocale, localeFromHeader, type Locale } from '@/lib/core/locale'
import { currentContext } from './session'

export const LOCALE_COOKIE = 'babu-locale'
const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

/** The reader's language: the person's own setting, else the browser's choice, else what the browser prefers. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const preferred = (await headers()).get('accept-language')
  const context = await currentContext().catch(() => null)
  if (context?.localeChosen) return context.actor.locale
  return isLocale(chosen) ? chosen : localeFromHeader(preferred)
})

/** The zone of the signed-in person's dealership; public pages set their own with `ZoneProvider`. */
export const currentTimeZone = cache(async (): Promise<string> => {
  await cookies()
  const context = await currentContext().catch(() => null)
  return context?.timeZone ?? DEFAULT_TIME_ZONE
})

/** Keeps the language as the signed-in person's own setting. */
export async function rememberLocale(locale: Locale): Promise<void> {
  const context = await currentContext()
  if (!context) return
  const { actor, db } = context
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.dealership_id', ${actor.dealershipId}, true)`
    await tx.account.updateMany({
      where: { staffs: { some: { dealershipId: actor.dealershipId, id: actor.id } } },
      data: { locale },
    })
  })
}
