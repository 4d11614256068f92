import 'server-only'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './store'

export type S3Settings = { url: string; region: string; accessKeyId: string; secretAccessKey: string }

const PATIENCE_MS = 20_000
const OBJECT = /<Contents>([\s\S]*?)<\/Contents>/g
const inside = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '') // prettier-ignore

/** Files in a bucket of an S3-compatible store; `url` is the bucket's own address. Requests are signed (SigV4). */
export function s3Store({ url, ...keys }: S3Settings): FileStore {
  const client = new AwsClient({ ...keys, service: 's3', retries: 2 })
  const bucket = url.replace(/\/+$/, '')
  const ask = async (path: string, init: RequestInit = {}, allow404 = false): Promise<Response> => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await client.fetch(`${bucket}${path}`, { ...init, signal, redirect: 'error' })
    if (response.ok || (allow404 && response.status === 404)) return response
    throw new Error(`file store: ${init.method ?? 'GET'} answered ${response.status}`)
  }
  const pathOf = (key: string) => `/${key.split('/').map(encodeURIComponent).join('/')}`
  return {
    async put(key, bytes, mime) {
      const headers = { 'content-type': mime }
      await ask(pathOf(key), { method: 'PUT', body: new Uint8Array(bytes), headers })
    },
    get: async (key) => new Uint8Array(await (await ask(pathOf(key))).arrayBuffer()),
    async getPart(key, first, last) {
      const response = await ask(pathOf(key), { headers: { range: `bytes=${first}-${last}` } })
      const bytes = new Uint8Array(await response.arrayBuffer())
      return response.status === 206 ? bytes : bytes.subarray(first, last + 1)
    },
    async remove(key) {
      await ask(pathOf(key), { method: 'DELETE' }, true)
    },
    async putBefore(folder, before) {
      const old: string[] = []
      let token: string | undefined
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${folder}/` })
        if (token) query.set('continuation-token', token)
        const xml = await (await ask(`/?${query}`)).text()
        for (const [, entry = ''] of xml.matchAll(OBJECT))
          if (new Date(inside(entry, 'LastModified') ?? before) < before)
            old.push(plain(inside(entry, 'Key') ?? ''))
        token = plain(inside(xml, 'NextContinuationToken') ?? '') || undefined
      } while (token)
      return old
    },
  }
}
