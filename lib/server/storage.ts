import 'server-only'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import sharp from 'sharp'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from './db'
import { env } from './env'
import { newToken, sha256 } from './hash'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 40_000_000
const KINDS = new Set(['jpeg', 'png', 'webp'])

export type FileOf = {
  dealershipId: string
  subjectType: string
  subjectId: string
  visitId?: string | null
  byId?: string | null
}

/**
 * Stores a photograph: checked, decoded, turned upright, at most 2048 px, re-encoded without EXIF (R32).
 * Refuses with `file.too-large` or `file.wrong-kind`. Answers the id of the StoredFile.
 */
export async function storePhoto(
  tx: Tx,
  input: Uint8Array,
  kind: string,
  of: FileOf,
  now: Date,
): Promise<string> {
  if (input.byteLength > MAX_BYTES)
    throw new Refusal('file.too-large', { megabytes: MAX_BYTES / 1024 / 1024 })
  const picture = sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
  const format = await picture.metadata().then(
    (meta) => meta.format,
    () => undefined,
  )
  if (!format || !KINDS.has(format)) throw new Refusal('file.wrong-kind')
  const { data, info } = await picture
    .rotate()
    .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Refusal('file.wrong-kind')
    })
  const storageKey = `${of.dealershipId}/${newToken()}.webp`
  const path = pathOf(storageKey)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, data, { mode: 0o600 })
  const { id } = await tx.storedFile.create({
    data: {
      dealershipId: of.dealershipId,
      kind,
      mime: 'image/webp',
      bytes: data.byteLength,
      sha256: sha256(data),
      width: info.width,
      height: info.height,
      storageKey,
      subjectType: of.subjectType,
      subjectId: of.subjectId,
      visitId: of.visitId ?? null,
      uploadedById: of.byId ?? null,
      createdAt: now,
    },
    select: { id: true },
  })
  return id
}

export const readStored = (storageKey: string): Promise<Buffer> => readFile(pathOf(storageKey))

function pathOf(storageKey: string): string {
  const root = resolve(/*turbopackIgnore: true*/ env().STORAGE_DIR)
  const path = join(root, storageKey)
  if (!path.startsWith(root)) throw new Error('storage key leaves the storage folder')
  return path
}
