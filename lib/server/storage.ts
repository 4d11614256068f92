import 'server-only'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import sharp from 'sharp'
import { Refusal } from '@/lib/core/refusal'
import { env } from './env'
import { newToken, sha256 } from './hash'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 40_000_000
const KINDS = new Set(['jpeg', 'png', 'webp'])

/** A picture in the storage folder, as its row describes it. */
export type StoredPicture = {
  storageKey: string
  mime: string
  bytes: number
  sha256: string
  width: number
  height: number
}

/**
 * Stores a photograph: checked, decoded, turned upright, at most 2048 px, re-encoded without EXIF (R32). Slow, so never
 * called inside a transaction. Refuses with `file.too-large` or `file.wrong-kind`.
 */
export async function storePicture(dealershipId: string, input: Uint8Array): Promise<StoredPicture> {
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
  const storageKey = `${dealershipId}/${newToken()}.webp`
  const path = pathOf(storageKey)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, data, { mode: 0o600 })
  const { width, height } = info
  return { storageKey, mime: 'image/webp', bytes: data.byteLength, sha256: sha256(data), width, height }
}

/** Stores a document under its own hash: the same bytes are the same file. Answers its key and SHA-256. */
export async function storeDocument(
  dealershipId: string,
  bytes: Uint8Array,
): Promise<{ storageKey: string; sha256: string; bytes: number }> {
  const hash = sha256(bytes)
  const storageKey = `${dealershipId}/${hash}.pdf`
  const path = pathOf(storageKey)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes, { mode: 0o600 })
  return { storageKey, sha256: hash, bytes: bytes.byteLength }
}

export const readStored = (storageKey: string): Promise<Buffer> => readFile(pathOf(storageKey))

/** Takes a file away that no row speaks of. */
export const removeStored = (storageKey: string): Promise<void> => rm(pathOf(storageKey), { force: true })

/** Keys of the files of a dealership that were last written before this time, whether a row speaks of them or not. */
export async function storedBefore(dealershipId: string, before: Date): Promise<string[]> {
  const names = await readdir(pathOf(dealershipId)).catch(() => [] as string[])
  const keys = names.map((name) => `${dealershipId}/${name}`)
  const old = await Promise.all(keys.map(async (key) => (await stat(pathOf(key))).mtime < before))
  return keys.filter((_, i) => old[i])
}

function pathOf(storageKey: string): string {
  const root = resolve(/*turbopackIgnore: true*/ env().STORAGE_DIR)
  const path = join(root, storageKey)
  if (!path.startsWith(root)) throw new Error('storage key leaves the storage folder')
  return path
}
