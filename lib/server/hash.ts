import 'server-only'
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import { env } from './env'

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
/** SHA-256 of the canonical JSON of a document: what a signature is bound to. */
export const documentHash = (document: unknown): string => sha256(canonicalJson(document))
/** 256 random bits as a token for a link, session or key. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** Keyed hash of something that must not be readable in the table (telephone of a code). */
export const keyedHash = (text: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest('hex')
export function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
