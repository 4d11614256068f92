import { serve } from '@/app/api/v1/_kit/serve'

export type Asked = {
  key?: string | null
  body?: unknown
  text?: string
  headers?: Record<string, string>
  requestsPerMinute?: number
}
export type Answer = { status: number; headers: Headers; json: Record<string, unknown>; text: string }

/** Calls the API as its route does. */
export async function call(method: string, address: string, asked: Asked = {}): Promise<Answer> {
  const url = new URL(`http://localhost/api/v1${address}`)
  const body = asked.text ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body))
  const headers = {
    ...(asked.key ? { authorization: `Bearer ${asked.key}` } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    'accept-language': 'en',
    ...asked.headers,
  }
  const request = new Request(url, { method, headers, body })
  const path = url.pathname.replace('/api/v1/', '').split('/')
  const { requestsPerMinute } = asked
  const response = await serve(request, path, requestsPerMinute === undefined ? {} : { requestsPerMinute })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: JSON.parse(text) as Record<string, unknown>,
  }
}
