import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = {
  method: string
  path: string
  query: URLSearchParams
  rawQuery: string
  headers: IncomingHttpHeaders
  body: string
}
export type Said = { status?: number; headers?: Record<string, string>; json?: unknown } | 'hang'

/** A service on this machine that answers each request by `answer` and keeps what it heard. */
export async function aService(answer: (heard: Heard) => Said) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const [path = '', rawQuery = ''] = (request.url ?? '').split('?')
    const one: Heard = {
      method: request.method ?? '',
      path,
      rawQuery,
      query: new URLSearchParams(rawQuery),
      headers: request.headers,
      body: Buffer.concat(parts).toString('utf8'),
    }
    heard.push(one)
    const said = answer(one)
    if (said === 'hang') return
    const { status = 200, headers = {}, json } = said
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(json === undefined ? '' : JSON.stringify(json))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped())
      server.closeAllConnections()
    })
  return { heard, stop, port, address: `http://127.0.0.1:${port}` }
}
