/** What the tests use of smtp-server, which brings no types. */
declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  type Done = (error?: Error | null, answer?: object | string) => void
  type Session = {
    envelope: { mailFrom: { address: string }; rcptTo: { address: string }[] }
    secure: boolean
  }
  type Options = {
    secure?: boolean
    key?: string
    cert?: string
    authMethods?: string[]
    disabledCommands?: string[]
    logger?: boolean
    closeTimeout?: number
    onConnect?: (session: Session, done: Done) => void
    onAuth?: (
      auth: { method: string; username?: string; password?: string },
      session: Session,
      done: Done,
    ) => void
    onRcptTo?: (address: { address: string }, session: Session, done: Done) => void
    onData?: (stream: Readable, session: Session, done: Done) => void
  }
  export class SMTPServer {
    constructor(options: Options)
    server: Server
    listen(port: number, listening?: () => void): Server
    close(closed?: () => void): void
    on(event: 'error', listener: (error: Error) => void): this
  }
}
