import 'server-only'
import type { Tx } from '@/lib/server/db'
import { storePhoto, type FileOf } from '@/lib/server/storage'

/** Stores the photographs of a form; answers their ids in order. */
export async function storePhotos(tx: Tx, photos: readonly Blob[], kind: string, of: FileOf, now: Date) {
  const ids: string[] = []
  for (const photo of photos)
    ids.push(await storePhoto(tx, new Uint8Array(await photo.arrayBuffer()), kind, of, now))
  return ids
}
