import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'
import { readStored } from '@/lib/server/storage'
import { ReadFile } from '../schemas'

const found = query('file.read', ReadFile, async ({ tx, actor }, { fileId }) => {
  const file = await tx.storedFile.findUnique({
    where: { dealershipId_id: { dealershipId: actor.dealershipId, id: fileId } },
    select: { mime: true, storageKey: true, visitId: true },
  })
  const theirs =
    actor.kind === 'staff' || (actor.kind === 'customer' && !!file?.visitId && file.visitId === actor.visitId)
  if (!file || !theirs) throw new Refusal('common.not-found')
  return file
})

/**
 * A stored file for staff of the dealership, or for the customer of the visit it belongs to.
 * Refuses with `common.not-found`, also for what is somebody else's.
 */
export async function storedFile(
  ...args: Parameters<typeof found>
): Promise<{ mime: string; bytes: Uint8Array }> {
  const { mime, storageKey } = await found(...args)
  return { mime, bytes: await readStored(storageKey) }
}
