import { request as ask } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

/** One answer as it comes over the line, packed or not. */
const raw = (base: string, path: string, accepts = '', range = 'none') =>
  new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const sent = ask({ hostname, port, path, headers: { 'accept-encoding': accepts, range } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject).end()
  })

test('R16 the files of the build come packed as small as each browser takes them, to be kept, and nothing beside them comes', async ({
  baseURL,
}) => {
  const page = (await raw(baseURL ?? '', '/sign-in')).body.toString()
  const files = page.match(/\/_next\/static\/[\w/.-]+\.(?:css|js)/g) ?? []
  for (const path of [
    files.find((name) => name.endsWith('.css')),
    files.find((name) => name.endsWith('.js')),
  ]) {
    const plain = await raw(baseURL ?? '', path ?? '')
    const gzip = await raw(baseURL ?? '', path ?? '', 'gzip')
    const brotli = await raw(baseURL ?? '', path ?? '', 'gzip, br')
    expect(plain.headers).toMatchObject({
      'cache-control': 'public,max-age=31536000,immutable',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    })
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' })
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br' })
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(brotli.body.length).toBeLessThan(gzip.body.length)
    expect((await raw(baseURL ?? '', path ?? '', '', 'bytes=5-2')).body.equals(plain.body)).toBe(true)
  }
  for (const path of [
    '/_next/static/none.js',
    '/_next/static/../BUILD_ID',
    '/_next/static/%2e%2e/BUILD_ID',
    '/_next/static/%E0%A4%A',
  ])
    expect((await raw(baseURL ?? '', path)).status).toBe(404)
})
