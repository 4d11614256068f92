'use server'

import { cookies } from 'next/headers'
import { isLocale } from '@/lib/i18n/locales'
import { LOCALE_COOKIE, rememberLocale } from '@/lib/server/locale'

const YEAR = 365 * 24 * 3600

export async function switchLocale(form: FormData): Promise<void> {
  const wanted = form.get('locale')
  if (!isLocale(wanted)) return
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, wanted, { maxAge: YEAR, path: '/', sameSite: 'lax', httpOnly: true })
  await rememberLocale(wanted)
}

export async function switchTheme(form: FormData): Promise<void> {
  const jar = await cookies()
  const wanted = form.get('theme')
  if (wanted === 'light' || wanted === 'dark')
    jar.set('babu-theme', wanted, { maxAge: YEAR, path: '/', sameSite: 'lax', httpOnly: true })
  else jar.delete('babu-theme')
}
