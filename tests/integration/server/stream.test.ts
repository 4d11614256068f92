import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { command } from '@/lib/server/doors'
import { eventStream } from '@/lib/server/stream'
import { aDealership, type GivenDealership } from '../../support/given'

const happen = command('customer.register', z.object({}), async ({ actor }) => ({
  result: null,
  subject: { type: 'dealership', id: actor.dealershipId },
}))
const something = (here: GivenDealership) => happen(here.as('serviceAdviser'), {})

/** A browser that listens to one dealership with a page made at `since`; `next` waits for the next thing it is told. */
function listening(
  here: GivenDealership,
  since = Date.now(),
  who: Parameters<typeof eventStream>[3] = { name: here.dealershipId },
) {
  const ended = new AbortController()
  const { body } = eventStream(
    ({ dealershipId }) => dealershipId === here.dealershipId,
    async () => true,
    { signal: ended.signal, url: `http://babu/api/stream?since=${since}` },
    who,
  )
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<string> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const told = text.slice(0, end)
        text = text.slice(end + 2)
        if (told.includes('data: ')) return told
        continue
      }
      const { value, done } = await reader.read()
      if (done) throw new Error('the stream ended')
      text += value
    }
  }
  return { next, hangUp: () => ended.abort() }
}
const ready = (fresh: boolean) => `event: ready\ndata: {"fresh":${fresh}}`

/** Ends the connection that listens, as a restart of the database would; resolves when it is gone. */
async function cutLine() {
  const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  const { rowCount } = await owner.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE application_name = 'babu stream' AND datname = current_database()`)
  await owner.end()
  expect(rowCount).toBe(1)
}

test('S5-11 a page is told that listening stands, then of every change of its own dealership', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const page = listening(here)
  expect(await page.next()).toContain('event: ready')
  await something(there)
  await something(here)
  expect(await page.next()).toContain('"name":"customer.register"')
  page.hangUp()
})

test('S5-11 a page learns when its stream opens whether it missed something since it was made', async () => {
  const here = await aDealership()
  const first = listening(here)
  await first.next()
  const made = Date.now() + 1
  const calm = listening(here, made)
  expect(await calm.next()).toBe(ready(true))
  await something(here)
  await calm.next()
  const late = listening(here, made)
  expect(await late.next()).toBe(ready(false))
  const other = listening(await aDealership(), made)
  expect(await other.next()).toBe(ready(true))
  for (const page of [first, calm, late, other]) page.hangUp()
})

test('S5-11 when the line to the database was cut, every page is told to look again', async () => {
  const here = await aDealership()
  const pages = [listening(here), listening(here)]
  for (const page of pages) await page.next()
  await cutLine()
  await something(here)
  for (const page of pages) expect(await page.next()).toBe(ready(false))
  await something(here)
  for (const page of pages) expect(await page.next()).toContain('"name":"customer.register"')
  for (const page of pages) page.hangUp()
})

const request = (signal = new AbortController().signal) => ({ signal, url: 'http://babu/api/stream' })

test('R39 a customer is told that something happened, not what', async () => {
  const here = await aDealership()
  const page = listening(here, Date.now(), { name: 'customer', discreet: true })
  await page.next()
  await something(here)
  expect(await page.next()).toBe('data: {}')
  page.hangUp()
})

test('one reader has so many streams at once and no more; a page that closes makes room', async () => {
  const here = await aDealership()
  const ask = () => {
    const ended = new AbortController()
    const { status } = eventStream(
      () => false,
      async () => true,
      request(ended.signal),
      { name: here.dealershipId },
    )
    return { status, hangUp: () => ended.abort() }
  }
  const pages = Array.from({ length: 20 }, ask)
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
  expect(ask().status).toBe(429)
  pages[0]?.hangUp()
  pages[0]?.hangUp()
  const again = ask()
  expect([again.status, ask().status]).toEqual([200, 429])
  for (const page of [...pages, again]) page.hangUp()
})

test('R28 a stream says that it is over when its reader is no longer welcome', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    let welcome = true
    const { body } = eventStream(
      () => false,
      async () => welcome,
      request(),
      { name: randomUUID() },
    )
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    vi.advanceTimersByTime(15_000)
    let told = ''
    while (!told.includes('still here')) told += (await reader.read()).value
    welcome = false
    vi.advanceTimersByTime(15_000)
    while (!told.includes('event: over')) told += (await reader.read()).value
    expect((await reader.read()).done).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})
