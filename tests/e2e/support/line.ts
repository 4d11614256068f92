import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A line to the server that can be cut, as a telephone loses its network, and mended. */
export class Line {
  private readonly sockets = new Set<Socket>()
  private server?: Server
  private port = 0

  constructor(private readonly target: URL) {}

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.sockets.delete(one)
          other.destroy()
        })
        one.pipe(other)
      }
    })
    await new Promise<void>((resolve) => this.server?.listen(this.port, this.target.hostname, resolve))
    this.port = (this.server.address() as AddressInfo).port
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  /** The address of a page by this line. */
  to = (path: string) => `http://${this.target.hostname}:${this.port}${path}`
}
