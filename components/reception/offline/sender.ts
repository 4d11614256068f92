import type { Refused } from '@/lib/core/form-state'
import { saysSame } from '@/lib/core/three-way'
import {
  planConflict,
  planTogether,
  withChanges,
  type Values,
  type Waiting,
} from '@/lib/reception/waiting-changes'
import { newId } from './new-id'
import { isVideo, settle, store, tell, write, type KnownVisit } from './store'

export type Line = 'open' | 'sending' | 'down' | 'signedOut'
let line: Line = 'open'
export const lineNow = (): Line => line
function set(next: Line): Line {
  if (next !== line) {
    line = next
    tell()
  }
  return next
}

type Answer = {
  result?: { version?: number; now?: Values }
  fileId?: string
  refused?: Refused
  fields?: Record<string, string[]>
}
/** Whose changes they are: another who has signed in since does not send them in her name. */
const headersOf = (staffId: string) => ({ 'x-babu-form': '1', 'x-babu-staff': staffId })
/** Refusals that another moment mends. */
const LATER = new Set(['common.busy'])
const PATIENCE_MS = 30_000
/** A video of twenty megabytes over a slow line. */
const PATIENCE_VIDEO_MS = 180_000

async function post({ id, kind, visitId, staffId, change, base }: Waiting): Promise<Response> {
  if (kind !== 'photo') {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const bare = kind === 'drop' || kind === 'dropFile'
    return fetch('/api/walk-around', {
      method: 'POST', signal, headers: { ...headersOf(staffId), 'content-type': 'application/json' },
      body: JSON.stringify({ id, kind, visitId, change: bare ? change : { ...change, base } }),
    }) // prettier-ignore
  }
  const fileId = String(change.fileId)
  const photo = await (await store()).get('photos', fileId)
  const blob = photo?.blob ?? new Blob()
  const video = isVideo(blob)
  const signal = AbortSignal.timeout(video ? PATIENCE_VIDEO_MS : PATIENCE_MS)
  const body = new FormData()
  body.set(video ? 'video' : 'photo', blob, video ? 'video' : 'photo.jpg')
  body.set('visitId', visitId)
  body.set('kind', change.of === 'fault' ? 'fault' : 'damage')
  body.set('fileId', fileId)
  return fetch('/api/files', { method: 'POST', signal, headers: headersOf(staffId), body })
}

/** From here on its words stay as they are: it may arrive although no answer comes back. */
async function claim({ visitId, seq }: Waiting): Promise<Waiting | undefined> {
  let claimed: Waiting | undefined
  await write(visitId, (_, all) => {
    const now = all.find((one) => one.seq === seq)
    claimed = now && { ...now, state: 'sending' }
    return { put: claimed ? [claimed] : [], drop: [], add: [] }
  })
  return claimed
}

/** Sends one change; answers whether the line carries on after it. */
async function send(first: Waiting): Promise<Line> {
  const one = await claim(first)
  if (!one) return 'sending'
  let response: Response
  let answer: Answer
  try {
    response = await post(one)
    if (response.status === 401) return 'signedOut'
    answer = (await response.json()) as Answer
  } catch {
    return 'down'
  }
  const { refused, fields, result } = answer
  if (refused?.code === 'auth.signed-out') return 'signedOut'
  const taken = response.ok && (result !== undefined || answer.fileId !== undefined)
  if (taken || refused?.code === 'common.key-reused') {
    await settle(one, (known) => grown(known, one, result))
    return 'sending'
  }
  if ((!refused && !fields) || (refused && LATER.has(refused.code))) return 'down'
  if (refused?.code === 'reception.changed-elsewhere') {
    const theirs = JSON.parse(String(refused.facts.theirs)) as Values
    await write(one.visitId, (_, all) => planTogether(one, all) ?? planConflict(one, theirs, newId))
  } else
    await write(
      one.visitId,
      (_, all) => planTogether(one, all) ?? turnedDown(one, all, { why: refused?.text, fields }),
    )
  return 'sending'
}

/** A photograph that is refused takes itself out of its mark, so that the mark is not lost with it. */
function turnedDown(one: Waiting, all: Waiting[], why: Pick<Waiting, 'why' | 'fields'>) {
  const without = all
    .filter(
      ({ kind, change }) =>
        one.kind === 'photo' && kind === 'mark' && change.photoFileId === one.change.fileId,
    )
    .map((mark) => ({ ...mark, change: { ...mark.change, photoFileId: undefined } }))
  return { put: [{ ...one, ...why, state: 'refused' as const }, ...without], drop: [], add: [] }
}

function grown(known: KnownVisit, one: Waiting, result: Answer['result']): KnownVisit {
  const taken = withChanges(known, [one])
  return {
    ...known,
    ...taken,
    values: { ...taken.values, ...newsOf(result?.now ?? {}, taken.values) },
    version: result?.version ?? known.version,
    syncedAt: Date.now(),
  }
}

/** What says the same stays as it was typed: a space at the end is on its way to the next word. */
const newsOf = (now: Values, mine: Values): Values =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => value !== undefined && !saysSame(value, mine[field])),
  )

const next = async (staffId: string) =>
  (await (await store()).getAllFromIndex('changes', 'staffId', staffId)).find(
    ({ state }) => state === 'waiting' || state === 'sending',
  )

async function sendInTurn(staffId: string): Promise<void> {
  let state: Line = 'sending'
  for (let one = await next(staffId); one && state === 'sending'; one = await next(staffId)) {
    if (line === 'open') set('sending')
    state = set(await send(one))
  }
  set(state === 'sending' ? 'open' : state)
}

let running: Promise<void> | undefined

/** Sends what waits, one after the other in the order in which it was written; one tab of this browser at a time. */
export function sendAll(staffId: string): Promise<void> {
  const run = () => sendInTurn(staffId)
  return (running ??= (navigator.locks ? navigator.locks.request('babu-walk-around', run) : run())
    .catch(() => void set('down'))
    .finally(() => (running = undefined)))
}

const EVERY_MS = 15_000

/** Sends at once, when the network is back, when somebody looks at the page, and every quarter of a minute; answers how to stop. */
export function keepSending(staffId: string): () => void {
  const send = () => void sendAll(staffId)
  const looked = () => {
    if (!document.hidden) send()
  }
  send()
  const timer = setInterval(send, EVERY_MS)
  addEventListener('online', send)
  addEventListener('focus', send)
  document.addEventListener('visibilitychange', looked)
  return () => {
    clearInterval(timer)
    removeEventListener('online', send)
    removeEventListener('focus', send)
    document.removeEventListener('visibilitychange', looked)
  }
}
