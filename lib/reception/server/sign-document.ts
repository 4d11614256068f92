import 'server-only'
import type { Tx } from '@/lib/server/db'
import { checkStrokes, type Strokes } from '../signature'

export type Signing = {
  dealershipId: string
  /** 'reception', 'estimate', 'additionalWork', 'handOver' … */
  documentKind: string
  documentId: string
  /** `documentHash` of exactly what the signer saw. */
  documentHash: string
  version?: number
  signerName: string
  signerRole: 'customer' | 'owner' | 'sender' | 'adviser' | 'technician'
  channel: 'tablet' | 'link' | 'phone' | 'paper'
  strokes: Strokes
}

/**
 * Keeps a signature in the caller's transaction, bound to the hash and version of the document; answers its id.
 * Refuses with `signature.empty` or `file.too-large`.
 */
export async function recordSignature(tx: Tx, signing: Signing, now: Date): Promise<string> {
  const {
    dealershipId,
    documentKind,
    documentId,
    documentHash,
    version = 1,
    signerName,
    signerRole,
    channel,
  } = signing
  const strokes = checkStrokes(signing.strokes)
  const { id } = await tx.signature.create({
    data: {
      dealershipId,
      documentKind,
      documentId,
      documentHash,
      documentVersion: version,
      signerName,
      signerRole,
      channel,
      strokes,
      at: now,
    },
    select: { id: true },
  })
  return id
}
