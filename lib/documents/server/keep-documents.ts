import 'server-only'
import { minutesAfter } from '@/lib/core/time'
import type { Refusal } from '@/lib/core/refusal'
import { asTenant, type Tx } from '@/lib/server/db'
import type { Context } from '@/lib/server/doors'
import { each } from '@/lib/server/each'
import { documentHash } from '@/lib/server/hash'
import { enqueue } from '@/lib/server/outbox'
import { storeDocument } from '@/lib/server/storage'
import { signedRequest } from './additional-work-sheet'
import { keepDocument } from './keep-document'
import { signedOrder } from './order-sheet'
import { signedRecord } from './reception-sheet'
import type { Sheet } from './sheet'
import { typeset } from './typeset'

const BATCH = 20
const MAX_TRIES = 3

type Signed = { sheet: Sheet; content: unknown; visitId: string }

/** What was signed, by the kind of its signature. */
const SIGNED: Record<string, (tx: Tx, dealershipId: string, documentId: string) => Promise<Signed>> = {
  reception: signedRecord,
  estimate: signedOrder,
  additionalWork: signedRequest,
}

/** Signed papers of which no PDF is kept yet and which have not failed three times. */
export const unkept = (dealershipId: string) => ({
  dealershipId,
  kind: { in: Object.keys(SIGNED) },
  sha256: null,
  tries: { lt: MAX_TRIES },
})

/**
 * Makes and keeps the PDFs of signed papers that have none, the newest first, twenty at a time: a house that has many of them
 * keeps its worker free for what people wait for. A fault at one is reported and holds up no other.
 */
export async function keepDocuments(context: Context): Promise<void> {
  const { db, actor, now } = context
  const { dealershipId } = actor
  const waiting = await asTenant(db, dealershipId, (tx) =>
    tx.documentCopy.findMany({
      where: unkept(dealershipId),
      orderBy: { signedAt: 'desc' },
      take: BATCH + 1,
      select: { id: true },
    }),
  )
  await each(waiting.slice(0, BATCH), 'keep-document', ({ id }) => makeCopy(context, id))
  if (waiting.length > BATCH)
    await asTenant(db, dealershipId, (tx) =>
      enqueue(
        tx,
        'keep-documents',
        { dealershipId },
        { key: `keep-documents:${dealershipId}`, runAt: minutesAfter(now, 1) },
      ),
    )
}

/**
 * Makes the PDF of one signed paper and keeps it with its hash; does nothing where it is kept. What no longer hashes to what was
 * signed is not kept and is a fault. Setting and storing happen outside of transactions.
 */
export async function makeCopy(context: Context, copyId: string): Promise<void> {
  const { db, actor } = context
  const { dealershipId } = actor
  const wanted = await asTenant(db, dealershipId, async (tx) => {
    const copy = await tx.documentCopy.findFirst({
      where: { ...unkept(dealershipId), id: copyId },
      include: { signature: { select: { documentHash: true } } },
    })
    if (!copy) return null
    await tx.documentCopy.updateMany({
      where: { dealershipId, id: copyId, sha256: null },
      data: { tries: { increment: 1 } },
    })
    return { copy, signed: await SIGNED[copy.kind]!(tx, dealershipId, copy.documentId) }
  })
  if (!wanted) return
  const { copy, signed } = wanted
  const { sheet, content, visitId } = signed
  if (documentHash(content) !== copy.signature.documentHash)
    throw new Error(`the content of ${copy.kind} ${copy.id} is not what was signed`)
  const stored = await storeDocument(dealershipId, await typeset(sheet.paper, sheet.made))
  await keepDocument(context, { copyId, visitId, no: sheet.no, locale: sheet.own, ...stored }).catch(
    (error: unknown) => {
      if ((error as Refusal).code !== 'document.kept') throw error
    },
  )
}
