import 'server-only'
import type { Tx } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import type { Setting } from '../parts'

export type Copy = {
  signatureId: string
  code: string
  locale: string
  signedAt: Date
  sha256: string | null
  file: { storageKey: string } | null
}

/** The kept copy of what was signed with this signature; null where nothing is kept of it. */
export async function copyOf(tx: Tx, dealershipId: string, signatureId: string | null): Promise<Copy | null> {
  if (!signatureId) return null
  const copy = await tx.documentCopy.findUnique({
    where: { dealershipId_signatureId: { dealershipId, signatureId } },
    select: { signatureId: true, code: true, locale: true, signedAt: true, sha256: true, fileId: true },
  })
  if (!copy) return null
  const { fileId, ...rest } = copy
  const file = fileId
    ? await tx.storedFile.findUnique({
        where: { dealershipId_id: { dealershipId, id: fileId } },
        select: { storageKey: true },
      })
    : null
  return { ...rest, file }
}

/** Where the proof of a paper is read. */
export const proofAt = (copy: { code: string } | null): Setting['proof'] =>
  copy && { code: copy.code, address: new URL(`/verify/${copy.code}`, env().NEXTAUTH_URL).href }
