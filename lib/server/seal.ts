import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

const VERSION = 'v1'
const keys = new Map<string, Buffer>()

/** A key of its own for each purpose, derived from the installation's secret, kept while the process lives. */
function keyFor(purpose: string): Buffer {
  const secret = env().NEXTAUTH_SECRET
  const name = `${secret}\n${purpose}`
  const known = keys.get(name)
  if (known) return known
  const made = Buffer.from(hkdfSync('sha256', secret, 'babu', `babu seal ${purpose}`, 32))
  keys.set(name, made)
  return made
}

/**
 * Seals a text with AES-256-GCM under a key for `purpose` (HKDF-SHA256 of NEXTAUTH_SECRET): it can be read only there and
 * only with the same `owner`, so that a sealed text moved to another row stays shut.
 */
export function seal(purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  cipher.setAAD(Buffer.from(owner))
  const shut = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [VERSION, ...[nonce, shut, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** What was sealed; null when it was changed, belongs elsewhere, or the installation's secret is another one. */
export function unseal(purpose: string, owner: string, sealed: string): string | null {
  const [version, ...parts] = sealed.split('.')
  const [nonce, shut, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== VERSION || nonce?.length !== 12 || !shut || tag?.length !== 16) return null
  try {
    const opened = createDecipheriv('aes-256-gcm', keyFor(purpose), nonce, { authTagLength: 16 })
    opened.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return Buffer.concat([opened.update(shut), opened.final()]).toString('utf8')
  } catch {
    return null
  }
}
