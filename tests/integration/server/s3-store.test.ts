import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeOf } from '@/lib/server/stores/chosen'
import { s3Store } from '@/lib/server/stores/s3'

const KEYS = { region: 'cn-east-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a/secret+of=the-tests' }
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const strict = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** Signature version 4 as the specification of S3 writes it down, worked out from the request alone. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = '', ...headers } = request.headers
  const [, credential = '', signed = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  const [keyId, date = '', region = '', service = '', end = ''] = credential.split('/')
  const url = new URL(request.url ?? '/', `http://${headers.host}`)
  const said = String(headers['x-amz-content-sha256'])
  if (keyId !== KEYS.accessKeyId || region !== KEYS.region || service !== 's3') return false
  if (said !== 'UNSIGNED-PAYLOAD' && said !== hex(body)) return false
  const query = [...url.searchParams]
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join('&')
  const names = signed.split(';')
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const canonical = [request.method, url.pathname, query, lines, signed, said].join('\n')
  const scope = [date, region, service, end].join('/')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hex(canonical)].join('\n')
  const key = [date, region, service, end].reduce<Buffer | string>(hmac, `AWS4${KEYS.secretAccessKey}`)
  return names.includes('host') && hmac(key, text).toString('hex') === signature
}

type Kept = { bytes: Buffer; mime: string; at: Date }
const bucket = new Map<string, Kept>()
let server: Server
let url = ''

/** A bucket that asks for a valid signature and lists two keys a page. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await buffer(request)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bucket')
    const key = decodeURIComponent(pathname.replace(/^\/babu\/?/, ''))
    if (!isSigned(request, body))
      return void response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>')
    if (request.method === 'PUT') {
      bucket.set(key, { bytes: body, mime: String(request.headers['content-type']), at: new Date() })
      return void response.end()
    }
    if (request.method === 'DELETE') {
      bucket.delete(key)
      return void response.writeHead(204).end()
    }
    const kept = bucket.get(key)
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (kept && first && last)
      return void response.writeHead(206).end(kept.bytes.subarray(Number(first), Number(last) + 1))
    if (key) return void (kept ? response.end(kept.bytes) : response.writeHead(404).end())
    const prefix = searchParams.get('prefix') ?? ''
    const all = [...bucket].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
    const from = Number(searchParams.get('continuation-token') ?? 0)
    const page = all.slice(from, from + 2)
    const next = from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
    const listed = page.map(([name, { at }]) => `<Contents><Key>${name.replace(/&/g, '&amp;')}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`) // prettier-ignore
    response.end(`<ListBucketResult>${next}${listed.join('')}</ListBucketResult>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/babu/`
})
afterAll(() => server.close())

test('a bucket keeps, gives, lists and removes files with signed requests', async () => {
  const store = s3Store({ url, ...KEYS })
  const bytes = new Uint8Array([0, 255, 10, 13])
  for (const name of ['1.webp', '2 &.webp', '3.webp']) await store.put(`house/${name}`, bytes, 'image/webp')
  await store.put('other/1.webp', bytes, 'image/webp')
  expect(bucket.get('house/1.webp')).toMatchObject({ bytes: Buffer.from(bytes), mime: 'image/webp' })
  expect(await store.get('house/2 &.webp')).toEqual(bytes)
  const soon = new Date(Date.now() + 60_000)
  expect(await store.putBefore('house', soon)).toEqual(['house/1.webp', 'house/2 &.webp', 'house/3.webp'])
  bucket.get('house/3.webp')!.at = new Date(soon.getTime() + 1)
  await store.remove('house/1.webp')
  await store.remove('house/1.webp')
  expect(await store.putBefore('house', soon)).toEqual(['house/2 &.webp'])
  await expect(store.get('house/1.webp')).rejects.toThrow('404')
})

test('a bucket refuses who signs with another secret, and nothing of it is in the fault', async () => {
  const store = s3Store({ url, ...KEYS, secretAccessKey: 'another' })
  const refused = store.put('house/x.webp', new Uint8Array([1]), 'image/webp')
  await expect(refused).rejects.toThrow(/^file store: PUT answered 403$/)
  expect(bucket.has('house/x.webp')).toBe(false)
})

test('files lie in the bucket where one is set, else in the folder; a file is there whole or not at all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const keys = {
    STORAGE_S3_REGION: KEYS.region,
    STORAGE_S3_KEY_ID: KEYS.accessKeyId,
    STORAGE_S3_SECRET: KEYS.secretAccessKey,
  }
  const bytes = new Uint8Array([1, 2, 3])
  await storeOf({ STORAGE_DIR: folder, STORAGE_S3_URL: url, ...keys }).put('h/set.webp', bytes, 'image/webp')
  expect(bucket.has('h/set.webp')).toBe(true)
  const local = storeOf({ STORAGE_DIR: folder, STORAGE_S3_URL: '', ...keys })
  await Promise.all([1, 2, 3].map(() => local.put('h/same.webp', bytes, 'image/webp')))
  expect(await readdir(join(folder, 'h'))).toEqual(['same.webp'])
  expect(new Uint8Array(await local.get('h/same.webp'))).toEqual(bytes)
  expect(() => local.get('../outside')).toThrow()
  await rm(folder, { recursive: true })
})

test('S2-63 a part of a file is read as it is asked for, from the bucket and from the folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'babu-part-'))
  const set = { STORAGE_DIR: folder, STORAGE_S3_REGION: '', STORAGE_S3_KEY_ID: '', STORAGE_S3_SECRET: '', STORAGE_S3_URL: '' } // prettier-ignore
  for (const store of [s3Store({ url, ...KEYS }), storeOf(set)]) {
    await store.put('d/part.mp4', Buffer.from('0123456789'), 'video/mp4')
    expect(Buffer.from(await store.getPart('d/part.mp4', 3, 6)).toString()).toBe('3456')
    expect(Buffer.from(await store.getPart('d/part.mp4', 0, 0)).toString()).toBe('0')
    await store.remove('d/part.mp4')
  }
  await rm(folder, { recursive: true })
})
