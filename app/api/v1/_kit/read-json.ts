import { Refusal } from '@/lib/core/refusal'

const MAX_BODY = 256 * 1024

/** The JSON body of a request, read no further than the limit. Refuses `api.not-json`, `file.too-large`. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('api.not-json')
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); reader && part && !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > MAX_BODY) {
      await reader.cancel()
      throw new Refusal('file.too-large', { megabytes: MAX_BODY / 1024 / 1024 })
    }
    chunks.push(part.value)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new Refusal('api.not-json')
  }
}
