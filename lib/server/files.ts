import 'server-only'

type Stored = { mime: string; bytes: Uint8Array }

const SHOWN = new Set(['image/webp', 'image/jpeg', 'image/png', 'application/pdf'])

/** A stored file as an answer that no browser runs, keeps or guesses about (R12, R33). */
export function fileResponse({ mime, bytes }: Stored): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': SHOWN.has(mime) ? mime : 'application/octet-stream',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': SHOWN.has(mime) ? 'inline' : 'attachment',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
}

export const isVideo = (mime: string): boolean => mime.startsWith('video/')
const VIDEOS = new Set(['video/mp4', 'video/quicktime', 'video/webm'])

/** The part of a file that a browser asks for, as RFC 9110 writes it: one range; `none` for every other wish, which means the whole. */
export function rangeOf(
  header: string | null,
  bytes: number,
): { first: number; last: number } | 'none' | 'outside' {
  const [, from = '', to = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '') ?? []
  if (!from && !to) return 'none'
  const first = from ? Number(from) : Math.max(0, bytes - Number(to))
  const last = from && to ? Math.min(Number(to), bytes - 1) : bytes - 1
  if (from && to && Number(to) < first) return 'none'
  return first > last ? 'outside' : { first, last }
}

type Played = { mime: string; bytes: number; read: (first: number, last: number) => Promise<Uint8Array> }

/** A video, whole or the part that was asked for: iPhones play nothing without parts. */
export async function videoResponse(range: string | null, { mime, bytes, read }: Played): Promise<Response> {
  const asked = rangeOf(range, bytes)
  const headers = {
    'Content-Type': VIDEOS.has(mime) ? mime : 'application/octet-stream',
    'Content-Disposition': VIDEOS.has(mime) ? 'inline' : 'attachment',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  }
  if (asked === 'outside')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${bytes}` } })
  const { first, last } = asked === 'none' ? { first: 0, last: bytes - 1 } : asked
  const part = new Uint8Array(await read(first, last))
  const length = { 'Content-Length': String(part.byteLength) }
  if (asked === 'none') return new Response(part, { headers: { ...headers, ...length } })
  return new Response(part, {
    status: 206,
    headers: { ...headers, ...length, 'Content-Range': `bytes ${first}-${last}/${bytes}` },
  })
}

/** Not there, not yours, not signed in: the same answer. */
export const noSuchFile = (): Response =>
  Response.json({ missing: true }, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })

/** A post that a page of this site made itself: the browser's own word on it, and a header no form can set (R10). */
export function isOwnPost(request: Request): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  if (!origin || !host || request.headers.get('x-babu-form') !== '1') return false
  return URL.canParse(origin) && new URL(origin).host === host
}

/** A PDF that this house made, shown by the browser under its own name and kept by nobody on the way. */
export function pdfResponse({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Response {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
}
