import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { LOCALES } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'

const KeepDocument = z.object({
  copyId: f.id,
  visitId: f.id,
  no: z.string().min(1).max(40),
  locale: z.enum(LOCALES),
  storageKey: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
})

/** Writes down the file and the SHA-256 of a signed paper, once. Refuses with `document.kept` or `common.not-found`. */
export const keepDocument = command('document.keep', KeepDocument, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { copyId: id, visitId, no, locale, storageKey, sha256, bytes } = input
  const copy = await tx.documentCopy.findUnique({ where: { dealershipId_id: { dealershipId, id } } })
  if (!copy) throw new Refusal('common.not-found')
  if (copy.sha256) throw new Refusal('document.kept')
  const { id: fileId } = await tx.storedFile.create({
    data: {
      dealershipId, kind: 'document', mime: 'application/pdf', bytes, sha256, storageKey,
      subjectType: 'document', subjectId: id, visitId, createdAt: now,
    }, // prettier-ignore
    select: { id: true },
  })
  await tx.documentCopy.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { no, locale, sha256, fileId, keptAt: now },
    select: { id: true },
  })
  const facts = { no, paper: copy.kind, hash: sha256 }
  return { result: { sha256 }, subject: { type: 'document', id }, visitId, facts }
})
