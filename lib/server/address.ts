import 'server-only'
import { env } from './env'

/**
 * The address a request came from, '' where it is not known. The web server adds the address of its own caller to
 * `x-forwarded-for`, and each of the TRUSTED_PROXIES before it one more; what stands before those came from the client
 * and proves nothing.
 */
export function addressOf(headers: Pick<Headers, 'get'>): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-1 - env().TRUSTED_PROXIES) ?? ''
}
