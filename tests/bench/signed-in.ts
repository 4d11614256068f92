import { encode } from 'next-auth/jwt'
import { asTenant, database } from '@/lib/server/db'
import { keyedHash, sha256 } from '@/lib/server/hash'
import { contextOfSecret } from '@/lib/server/session-rows'
import { createStaffSession } from '@/lib/server/sign-in'

/** Somebody of this role with a session: the context of a request, and the cookie that a browser would send. */
export async function signedIn(dealershipId: string, role: string) {
  return asTenant(database(), dealershipId, async (tx) => {
    const staff = await tx.staff.findFirstOrThrow({
      where: { disabledAt: null, roles: { has: role }, accountId: { not: null } },
    })
    const secret = await createStaffSession(tx, staff, new Date())
    const cookie = await encode({ token: { secret }, secret: process.env.NEXTAUTH_SECRET ?? '' })
    const context = async () => {
      const found = await contextOfSecret(secret, new Date())
      if (!found) throw new Error('the session is not there')
      return found
    }
    const headers = () => ({ cookie: `next-auth.session-token=${cookie}` })
    return { cookie: { name: 'next-auth.session-token', value: cookie }, headers, context }
  })
}

/** The cookie of a customer who has proven the link. */
export const proofOf = (token: string) => ({
  name: `babu-proof-${sha256(token).slice(0, 12)}`,
  value: keyedHash(`link:${sha256(token)}`),
})
