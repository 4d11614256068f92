import { createServer, type AddressInfo, type Server } from 'node:net'

const message = (type: string, ...parts: (Buffer | string | number)[]) => {
  const body = Buffer.concat(
    parts.map((part) => {
      if (Buffer.isBuffer(part)) return part
      if (typeof part === 'string') return Buffer.from(`${part}\0`)
      const number = Buffer.alloc(4)
      number.writeInt32BE(part)
      return number
    }),
  )
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const short = (...numbers: number[]) => {
  const bytes = Buffer.alloc(numbers.length * 2)
  numbers.forEach((number, position) => bytes.writeInt16BE(number, position * 2))
  return bytes
}
const READY = message('Z', Buffer.from('I'))
const column = (name: string) =>
  Buffer.concat([
    Buffer.from(`${name}\0`),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25]),
    short(-1),
    Buffer.alloc(4, 255),
    short(0),
  ])

/** A server that speaks as PostgreSQL 14 does and is asked one thing: its version. */
export async function anOldServer(): Promise<{ port: number; server: Server }> {
  const row = ['140023', '14.23'].map((value) => {
    const size = Buffer.alloc(4)
    size.writeInt32BE(value.length)
    return Buffer.concat([size, Buffer.from(value)])
  })
  const server = createServer((socket) => {
    let greeted = false
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      if (!greeted) {
        greeted = true
        socket.write(Buffer.concat([message('R', 0), message('S', 'server_version', '14.23'), READY]))
      } else if (chunk[0] === 0x51)
        socket.write(
          Buffer.concat([
            message('T', short(2), column('number'), column('name')),
            message('D', short(2), ...row),
            message('C', 'SELECT 1'),
            READY,
          ]),
        )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, server }
}
