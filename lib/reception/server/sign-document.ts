import 'server-only'
import { randomInt } from 'node:crypto'
import { codeFrom, SPOKEN_LETTERS } from '@/lib/core/spoken-code'
import type { Tx } from '@/lib/server/db'
import { enqueue } from '@/lib/server/outbox'
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

/** What becomes a PDF that is kept once it is signed. */
const KEPT = new Set(['reception', 'estimate', 'additionalWork'])
const CODE_LENGTH = 16

/**
 * Keeps a signature in the caller's transaction, bound to the hash and version of the document; answers its id. What leaves the
 * house as a paper gets the code of its proof, and the worker makes its PDF.
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
  if (KEPT.has(documentKind)) await announceCopy(tx, { ...signing, signatureId: id }, now)
  return id
}

async function announceCopy(
  tx: Tx,
  { dealershipId, documentKind, documentId, signatureId }: Signing & { signatureId: string },
  now: Date,
): Promise<void> {
  const code = codeFrom(Array.from({ length: CODE_LENGTH }, () => randomInt(SPOKEN_LETTERS.length)))
  await tx.documentCopy.create({
    data: { dealershipId, signatureId, kind: documentKind, documentId, code, signedAt: now },
    select: { id: true },
  })
  await enqueue(tx, 'keep-documents', { dealershipId }, { key: `keep-documents:${dealershipId}` })
}
