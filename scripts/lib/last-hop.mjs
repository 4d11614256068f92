import { Server } from 'node:http'

// Loaded into the web server before anything else: adds the address of the caller itself to `x-forwarded-for`, so that
// its last entry is never a word of the client (lib/server/address.ts).
const { emit } = Server.prototype

Server.prototype.emit = function (name, request, ...rest) {
  if (name === 'request') {
    const named = [request.headers['x-forwarded-for'], request.socket.remoteAddress]
    request.headers['x-forwarded-for'] = named.filter(Boolean).join(', ')
  }
  return emit.call(this, name, request, ...rest)
}
