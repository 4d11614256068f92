import { Server } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { root } from './plain.mjs'
import { RESPONSE_HEADERS } from './response-headers.mjs'

// Loaded into the web server before it begins: sends the files of the build as they were packed at the build. Next would pack
// each again for each browser, and never as small as brotli, which a phone on a slow line waits for.
const PREFIX = '/_next/static'

const send = sirv(join(root, '.next/static'), {
  immutable: true,
  maxAge: 365 * 24 * 60 * 60,
  brotli: true,
  gzip: true,
  setHeaders: (response) => {
    for (const { key, value } of RESPONSE_HEADERS) response.setHeader(key, value)
  },
})
const { emit } = Server.prototype

Server.prototype.emit = function (name, request, response, ...rest) {
  const asked = name === 'request' && request.method === 'GET' && request.url.startsWith(`${PREFIX}/`)
  if (!asked) return emit.call(this, name, request, response, ...rest)
  const { url } = request
  request.url = url.slice(PREFIX.length)
  // Nobody needs a part of one, and one that ends before it begins would break the answer off.
  delete request.headers.range
  send(request, response, () => {
    request.url = url
    emit.call(this, name, request, response, ...rest)
  })
  return true
}
