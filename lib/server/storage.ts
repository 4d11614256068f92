import 'server-only'
import sharp from 'sharp'
import { readClip } from '@/lib/core/clip'
import { CLIP } from '@/lib/core/clip-limits'
import { Refusal } from '@/lib/core/refusal'
import { env } from './env'
import { sha256 } from './hash'
import { storeOf } from './stores/chosen'
import type { FileStore } from './stores/store'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 40_000_000
const KINDS = new Set(['jpeg', 'png', 'webp'])
const SECONDS = 10

/** R32: what the first bytes say, before any decoder sees them. */
const looksLikePhoto = (input: Uint8Array): boolean => {
  const head = Buffer.from(input.subarray(0, 12)).toString('latin1')
  return (
    head.startsWith('\u00ff\u00d8\u00ff') ||
    head.startsWith('\u0089PNG\r\n') ||
    (head.startsWith('RIFF') && head.slice(8) === 'WEBP')
  )
}

let made: FileStore | undefined
const files = () => (made ??= storeOf(env()))

/** A picture in the store, as its row describes it. */
export type StoredPicture = {
  storageKey: string
  mime: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
}

/**
 * Stores a photograph: checked, decoded, turned upright, at most 2048 px, re-encoded without EXIF (R32), under the
 * SHA-256 of what comes out, so that the same picture twice is one file. Slow, so never called inside a transaction. Refuses with `file.too-large` or `file.wrong-kind`.
 */
export async function storePicture(dealershipId: string, input: Uint8Array): Promise<StoredPicture> {
  if (input.byteLength > MAX_BYTES)
    throw new Refusal('file.too-large', { megabytes: MAX_BYTES / 1024 / 1024 })
  if (!looksLikePhoto(input)) throw new Refusal('file.wrong-kind')
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
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Refusal('file.wrong-kind')
    })
  const hash = sha256(data)
  const storageKey = `${dealershipId}/${hash}.webp`
  await files().put(storageKey, data, 'image/webp')
  const { width, height } = info
  return { storageKey, mime: 'image/webp', bytes: data.byteLength, sha256: hash, width, height }
}

const ENDINGS = { 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'video/webm': 'webm' } as const

/**
 * Stores a short video as it was taken, without its places and tags (R32), under the SHA-256 of what is kept. Nothing is decoded:
 * kind and length are read from the file. Slow, so never called inside a transaction. Refuses with `file.too-large`,
 * `file.wrong-video` or `file.too-long`.
 */
export async function storeVideo(dealershipId: string, input: Uint8Array): Promise<StoredPicture> {
  if (input.byteLength > CLIP.megabytes * 1024 * 1024)
    throw new Refusal('file.too-large', { limitMb: CLIP.megabytes })
  const clip = readClip(input)
  if (!clip) throw new Refusal('file.wrong-video')
  if (clip.seconds > CLIP.seconds + CLIP.graceSeconds)
    throw new Refusal('file.too-long', { seconds: CLIP.seconds })
  const hash = sha256(clip.bytes)
  const storageKey = `${dealershipId}/${hash}.${ENDINGS[clip.mime]}`
  await files().put(storageKey, clip.bytes, clip.mime)
  const { mime, bytes } = clip
  return { storageKey, mime, bytes: bytes.byteLength, sha256: hash, width: null, height: null }
}

/** Stores a document under its own hash: the same bytes are the same file. Answers its key and SHA-256. */
export async function storeDocument(
  dealershipId: string,
  bytes: Uint8Array,
): Promise<{ storageKey: string; sha256: string; bytes: number }> {
  const hash = sha256(bytes)
  const storageKey = `${dealershipId}/${hash}.pdf`
  await files().put(storageKey, bytes, 'application/pdf')
  return { storageKey, sha256: hash, bytes: bytes.byteLength }
}

export const readStored = (storageKey: string): Promise<Uint8Array> => files().get(storageKey)

/** A part of a file: its bytes from `first` to `last`, both of them too. */
export const readStoredPart = (storageKey: string, first: number, last: number): Promise<Uint8Array> =>
  files().getPart(storageKey, first, last)

/** Takes a file away that no row speaks of. */
export const removeStored = (storageKey: string): Promise<void> => files().remove(storageKey)

/** Keys of the files of a dealership that were last written before this time, whether a row speaks of them or not. */
export const storedBefore = (dealershipId: string, before: Date): Promise<string[]> =>
  files().putBefore(dealershipId, before)
