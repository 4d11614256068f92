'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { revokeCurrentSession } from '@/lib/server/session'

/** Ends the session in the database first; the cookie alone would prove nothing. */
export async function signOut(): Promise<void> {
  await revokeCurrentSession()
  const jar = await cookies()
  for (const { name } of jar.getAll()) if (name.includes('next-auth.session-token')) jar.delete(name)
  redirect('/sign-in')
}
