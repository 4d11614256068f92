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
