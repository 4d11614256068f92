import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Locale } from '@/lib/core/locale'
import { browserLocale, currentContext, LOCALE_COOKIE } from './session'

export { LOCALE_COOKIE }
const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

/** The reader's language: the person's own setting, else the browser's choice, else what the browser prefers. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const context = await currentContext().catch(() => null)
  return context?.actor.locale ?? browserLocale()
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
