import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lineNow, sendAll } from '@/components/reception/offline/sender'
import { keepPhoto, learn, readVisit, store, write } from '@/components/reception/offline/store'
import { planSave, type Waiting } from '@/lib/reception/waiting-changes'

type Post = { url: string; id: string; change: Record<string, unknown> }
type Reply = { status?: number; body?: object; lost?: true }

/** What reached the other end of the line, and what it answers to each; a lost answer breaks the line. */
let posts: Post[] = []
let replies: Reply[] = []

beforeEach(async () => {
  vi.stubGlobal('navigator', {})
  posts = []
  replies = []
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string | FormData }) => {
    const sent =
      typeof body === 'string'
        ? (JSON.parse(body) as Post)
        : { id: String(body.get('fileId')), change: { size: (body.get('photo') as File).size } }
    posts.push({ url, id: sent.id, change: sent.change })
    const {
      status = 200,
      body: answer = { result: { version: posts.length + 1 } },
      lost,
    } = replies.shift() ?? {}
    if (lost) throw new TypeError('Failed to fetch')
    return Response.json(answer, { status })
  })
  await learn({
    visitId: 'v',
    staffId: 's',
    version: 1,
    values: { fuelEighths: 2 },
    marks: [],
    syncedAt: null,
  })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  const db = await store()
  for (const name of ['changes', 'known', 'photos', 'device'] as const) await db.clear(name)
})

const save = (id: string, fields: object, part = id) =>
  write('v', (known, all) =>
    planSave(known!, all, { id, staffId: 's', visitId: 'v', at: 0, part }, { ...fields }),
  )
const drop = (id: string) =>
  write('v', () => {
    const one = { id, staffId: 's', visitId: 'v', at: 0, part: 'damage', kind: 'drop' as const, base: {} }
    return { put: [], drop: [], add: [{ ...one, change: { markId: 'k' }, state: 'waiting' as const }] }
  })
const waiting = async (): Promise<Waiting[]> => (await readVisit('v', 's')).waiting

test('R40 words of a part that was refused while they were written go on from what the server has', async () => {
  await save('a', { odometerKm: 45 }, 'gauges')
  replies = [{ lost: true }]
  await sendAll('s')
  await save('b', { odometerKm: 45_120 }, 'gauges')
  expect(await waiting()).toMatchObject([{ state: 'sending' }, { base: { odometerKm: 45 } }])
  replies = [
    { status: 409, body: { refused: { code: 'reception.odometer-lower', text: 'lower', facts: {} } } },
    {},
  ]
  await sendAll('s')
  expect(posts.at(-1)?.change).toEqual({ odometerKm: 45_120, base: { odometerKm: null } })
  expect(await waiting()).toEqual([])
  expect((await readVisit('v', 's')).known?.values.odometerKm).toBe(45_120)
})

test('R40 a busy house takes nothing from the device: the same goes again later, the photograph with its mark', async () => {
  await keepPhoto({ fileId: 'f', visitId: 'v', staffId: 's', blob: new Blob(['x']) }, 0, 'p')
  await drop('d')
  replies = [{ status: 409, body: { refused: { code: 'common.busy', text: 'busy', facts: {} } } }]
  await sendAll('s')
  expect(lineNow()).toBe('down')
  expect(await waiting()).toMatchObject([
    { kind: 'photo', state: 'sending' },
    { kind: 'drop', state: 'waiting' },
  ])
  await sendAll('s')
  expect(await waiting()).toEqual([])
})

test('a space at the end of a word stays on screen, although the server keeps none', async () => {
  await save('a', { customerStatement: 'brake ' }, 'words')
  replies = [{ body: { result: { version: 2, now: { customerStatement: 'brake' } } } }]
  await sendAll('s')
  expect((await readVisit('v', 's')).known?.values.customerStatement).toBe('brake ')
})

test('R40 an answer that was lost is asked for again with the same id and the same words, later words go apart', async () => {
  await save('a', { fuelEighths: 3 }, 'gauges')
  replies = [{ lost: true }]
  await sendAll('s')
  expect(lineNow()).toBe('down')
  await save('b', { fuelEighths: 4 }, 'gauges')
  await sendAll('s')
  expect(posts.map(({ id, change }) => [id, change.fuelEighths])).toEqual([
    ['a', 3],
    ['a', 3],
    ['b', 4],
  ])
  expect(posts[2]?.change.base).toEqual({ fuelEighths: 3 })
  expect(await waiting()).toEqual([])
  const { known } = await readVisit('v', 's')
  expect(known).toMatchObject({ version: 4, values: { fuelEighths: 4 } })
  expect(lineNow()).toBe('open')
})

test('changes go in the order in which they were made, the photograph before its mark, and two calls send nothing twice', async () => {
  await save('a', { parkedAt: 'P1' })
  await keepPhoto({ fileId: 'f', visitId: 'v', staffId: 's', blob: new Blob(['xyz']) }, 0, 'p')
  await drop('m')
  await save('b', { keyLocation: '7' })
  await Promise.all([sendAll('s'), sendAll('s')])
  expect(posts.map(({ url, id }) => [url, id])).toEqual([
    ['/api/walk-around', 'a'],
    ['/api/files', 'f'],
    ['/api/walk-around', 'm'],
    ['/api/walk-around', 'b'],
  ])
  expect(posts[1]?.change.size).toBe(3)
})

test('R42 a dispute holds up nothing else and waits for a choice', async () => {
  await save('a', { fuelEighths: 3, odometerKm: 9 }, 'gauges')
  await save('b', { parkedAt: 'P1' })
  const facts = { of: 'fuelEighths', theirs: '{"fuelEighths":7}' }
  replies = [{ status: 409, body: { refused: { code: 'reception.changed-elsewhere', facts, text: '' } } }]
  await sendAll('s')
  expect(posts.map(({ change }) => Object.keys(change).filter((field) => field !== 'base'))).toEqual([
    ['fuelEighths', 'odometerKm'],
    ['odometerKm'],
    ['parkedAt'],
  ])
  expect(await waiting()).toMatchObject([
    { state: 'conflict', change: { fuelEighths: 3 }, theirs: { fuelEighths: 7 } },
  ])
})

test('what is refused says why and stays; who is signed out and a server in trouble lose nothing', async () => {
  await save('a', { odometerKm: 1 }, 'gauges')
  await save('b', { parkedAt: 'P1' })
  replies = [
    { status: 422, body: { refused: { code: 'reception.odometer-lower', facts: {}, text: 'lower' } } },
    { status: 401, body: { signedOut: true } },
  ]
  await sendAll('s')
  expect(lineNow()).toBe('signedOut')
  expect(await waiting()).toMatchObject([
    { state: 'refused', why: 'lower' },
    { state: 'sending', change: { parkedAt: 'P1' } },
  ])
  replies = [{ status: 503, body: {} }]
  await sendAll('s')
  expect(lineNow()).toBe('down')
  expect(await waiting()).toHaveLength(2)
  await sendAll('s')
  expect(await waiting()).toMatchObject([{ state: 'refused' }])
})

test('nothing of another person is sent', async () => {
  await save('a', { fuelEighths: 3 })
  await sendAll('other')
  expect(posts).toEqual([])
})
