import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { Refusal } from '@/lib/core/refusal'
import { addressOf } from './address'
import { env } from './env'
import { openSession, SESSION_HOURS } from './sign-in'

declare module 'next-auth' {
  interface Session {
    secret?: string
  }
  interface User {
    secret?: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    secret?: string
  }
}

/** The cookie holds one secret; who that is, and whether still, is asked of the database at every request (R27). */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { loginName: {}, password: {} },
      async authorize(credentials, request) {
        if (!credentials?.loginName || !credentials.password) return null
        try {
          const { loginName, password } = credentials
          const headers = new Headers(request.headers)
          const agent = headers.get('user-agent') ?? ''
          const secret = await openSession(loginName, password, new Date(), agent, addressOf(headers))
          return { id: 'session', secret }
        } catch (error) {
          if (error instanceof Refusal)
            throw new Error(JSON.stringify({ code: error.code, facts: error.facts }))
          throw error
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ secret: user?.secret ?? token.secret }),
    session: ({ session, token }) => ({ ...session, user: undefined, secret: token.secret }),
  },
})
