import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { isVideo } from '@/lib/server/files'
import { DropFaultFile } from '../schemas'
import { checkInspecting, visitRow } from './visit-row'

type Of = { dealershipId: string; visitId: string }

/** A photograph or video of the fault record (F09). */
export type FaultFile = { id: string; video: boolean }

const ofFault = ({ dealershipId, visitId }: Of) => ({
  dealershipId,
  subjectType: 'visit',
  subjectId: visitId,
  kind: 'fault',
})

/** Photographs and videos of the fault record of a visit, in the order they were taken (S2-63). */
export const faultFilesOf = async (tx: Tx, of: Of): Promise<FaultFile[]> =>
  (
    await tx.storedFile.findMany({
      where: ofFault(of),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, mime: true },
    })
  ).map(({ id, mime }) => ({ id, video: isVideo(mime) }))

/** What of them is signed with the record: kind and SHA-256, of those that were there when it was signed. */
export const signedFaultFiles = (tx: Tx, of: Of, frozenAt: Date | null) =>
  tx.storedFile.findMany({
    where: { ...ofFault(of), ...(frozenAt ? { createdAt: { lte: frozenAt } } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { mime: true, sha256: true },
  })

/**
 * Takes a photograph or video off the fault record before it is signed. Refuses with `common.not-found`, also for the files of
 * something else, or with `reception.frozen`. The file itself goes at night.
 */
export const dropFaultFile = command(
  'reception.inspect',
  DropFaultFile,
  async ({ tx, actor }, { visitId, fileId }) => {
    const { dealershipId } = actor
    const { status, record } = await visitRow(tx, dealershipId, visitId)
    checkInspecting(status, record.frozenAt)
    const { count } = await tx.storedFile.deleteMany({
      where: { ...ofFault({ dealershipId, visitId }), id: fileId },
    })
    if (count === 0) throw new Refusal('common.not-found')
    return {
      result: { fileId },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { sections: 'words', removed: true },
    }
  },
)
