import 'server-only'
import { Client } from 'pg'
import { env } from './env'
import { log } from './log'

type Told = {
  id: string
  dealershipId: string
  name: string
  subjectId: string
  visitId: string | null
}
type Listener = {
  wants: (told: Told) => boolean
  hear: (told: Told) => void
  /** Said when listening begins, and again after the connection was lost and is back. */
  ready: () => void
}

type Hub = {
  listeners: Set<Listener>
  client?: Client
  connecting?: Promise<void>
  /** What was told lately, and since when nothing of it is missing. */
  told: { told: Told; at: number }[]
  complete: number
}
const holder = globalThis as unknown as { babuStream?: Hub }
const hub = (): Hub => (holder.babuStream ??= { listeners: new Set(), told: [], complete: Infinity })
const KEPT = 500

/** Calls `hear` for every committed event that `wants` it, until the returned function is called. */
function listen(listener: Listener): () => void {
  hub().listeners.add(listener)
  if (hub().client) listener.ready()
  else void connect()
  return () => hub().listeners.delete(listener)
}

/** Has nothing that `wants` it been told since this moment? When that is not known, the answer is no. */
function nothingSince(since: number, wants: Listener['wants']): boolean {
  const { client, complete, told } = hub()
  return !!client && complete < since && !told.some((one) => one.at >= since && wants(one.told))
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
      shared.told.push({ told, at: Date.now() })
      if (shared.told.length > KEPT) shared.complete = shared.told.shift()?.at ?? shared.complete
      for (const listener of shared.listeners) if (listener.wants(told)) listener.hear(told)
    })
    client.on('error', () => client.end().catch(() => {}))
    client.on('end', () => {
      shared.client = undefined
      again(500)
    })
    try {
      await client.connect()
      await client.query('LISTEN babu_event')
      shared.client = client
      shared.told = []
      shared.complete = Date.now()
      for (const { ready } of shared.listeners) ready()
    } catch (error) {
      log.warn({ err: error }, 'the live stream cannot reach the database; trying again')
      await client.end().catch(() => {})
      again(1000)
    }
  })().finally(() => (shared.connecting = undefined))
  return shared.connecting
}

function again(inMs: number) {
  if (hub().listeners.size) setTimeout(() => void connect(), inMs)
}

const HEARTBEAT_MS = 15_000
/** One reader has hardly more pages open at once. */
const STREAMS_EACH = 20
const open = new Map<string, number>()

type Reader = {
  /** Whose streams are counted together. */
  name: string
  /** Told that something happened, but not what. */
  discreet?: boolean
}

/**
 * A server-sent stream of ids. Every heartbeat asks `stillWelcome`; a session or link that is over ends the stream with `over`.
 * `ready` is said once listening stands, and after every gap; it tells whether a page made at `since` is still fresh.
 */
export function eventStream(
  wants: Listener['wants'],
  stillWelcome: () => Promise<boolean>,
  { signal, url }: Pick<Request, 'signal' | 'url'>,
  { name: reader, discreet = false }: Reader,
): Response {
  const others = open.get(reader) ?? 0
  if (others >= STREAMS_EACH) return new Response(null, { status: 429, headers: { 'Retry-After': '60' } })
  open.set(reader, others + 1)
  const since = Number(new URL(url).searchParams.get('since') ?? 0)
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
      send('retry: 1000\n\n')
      const deaf = listen({
        wants,
        hear: ({ id, name, subjectId, visitId }) =>
          send(
            discreet
              ? 'data: {}\n\n'
              : `id: ${id}\ndata: ${JSON.stringify({ name, subjectId, visitId })}\n\n`,
          ),
        ready: () => send(`event: ready\ndata: ${JSON.stringify({ fresh: nothingSince(since, wants) })}\n\n`),
      })
      const heartbeat = setInterval(() => {
        void stillWelcome().then(
          (welcome) => {
            send(welcome ? ': still here\n\n' : 'event: over\ndata: {}\n\n')
            if (!welcome) stop()
          },
          () => stop(),
        )
      }, HEARTBEAT_MS)
      stop = () => {
        stop = () => {}
        clearInterval(heartbeat)
        deaf()
        leave(reader)
        try {
          controller.close()
        } catch {
          // Closed already by the browser.
        }
      }
      signal.addEventListener('abort', () => stop())
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

function leave(reader: string) {
  const left = (open.get(reader) ?? 1) - 1
  if (left > 0) open.set(reader, left)
  else open.delete(reader)
}
