import 'server-only'
import { Client } from 'pg'
import { env } from './env'
import { log } from './log'

export type Told = {
  id: string
  dealershipId: string
  name: string
  subjectId: string
  visitId: string | null
}
type Listener = { wants: (told: Told) => boolean; hear: (told: Told) => void }

type Hub = { listeners: Set<Listener>; client?: Client; connecting?: Promise<void> }
const holder = globalThis as unknown as { babuStream?: Hub }
const hub = (): Hub => (holder.babuStream ??= { listeners: new Set() })

/** Calls `hear` for every committed event that `wants` it, until the returned function is called. */
export function listen(wants: Listener['wants'], hear: Listener['hear']): () => void {
  const listener = { wants, hear }
  hub().listeners.add(listener)
  void connect()
  return () => hub().listeners.delete(listener)
}

/** One connection per process listens for all; when it breaks, it comes back by itself. */
async function connect(): Promise<void> {
  const shared = hub()
  if (shared.client) return
  shared.connecting ??= (async () => {
    const client = new Client({
      connectionString: env().APP_DATABASE_URL,
      keepAlive: true,
      application_name: 'babu stream',
    })
    client.on('notification', ({ payload }) => {
      const told = JSON.parse(payload ?? '{}') as Told
      for (const listener of shared.listeners) if (listener.wants(told)) listener.hear(told)
    })
    client.on('error', () => client.end().catch(() => {}))
    client.on('end', () => {
      shared.client = undefined
      if (shared.listeners.size) setTimeout(() => void connect(), 500)
    })
    try {
      await client.connect()
      await client.query('LISTEN babu_event')
      shared.client = client
    } catch (error) {
      log.warn({ err: error }, 'the live stream cannot reach the database; trying again')
      setTimeout(() => void connect(), 1000)
    }
  })().finally(() => (shared.connecting = undefined))
  return shared.connecting
}

const HEARTBEAT_MS = 15_000

/**
 * A server-sent stream of ids. Every heartbeat asks `stillWelcome`; a revoked session ends the stream.
 * The pages ask for their data again, so a lost message costs nothing: opening the stream again refreshes.
 */
export function eventStream(
  wants: Listener['wants'],
  stillWelcome: () => Promise<boolean>,
  signal: AbortSignal,
): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text))
        } catch {
          stop()
        }
      }
      const deaf = listen(wants, ({ id, name, subjectId, visitId }) =>
        send(`id: ${id}\ndata: ${JSON.stringify({ name, subjectId, visitId })}\n\n`),
      )
      const heartbeat = setInterval(() => {
        void stillWelcome().then(
          (welcome) => (welcome ? send(': still here\n\n') : stop()),
          () => stop(),
        )
      }, HEARTBEAT_MS)
      stop = () => {
        clearInterval(heartbeat)
        deaf()
        try {
          controller.close()
        } catch {
          // Closed already by the browser.
        }
      }
      signal.addEventListener('abort', () => stop())
      send('retry: 1000\nevent: open\ndata: {}\n\n')
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
