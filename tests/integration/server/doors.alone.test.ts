import { expect, test } from 'vitest'
import * as z from 'zod'
import { command, query } from '@/lib/server/doors'
import { oneReading } from '@/lib/server/one-reading'
import { aDealership, db } from '../../support/given'
import { sentOf } from '../../support/statements'

const note = command('customer.register', z.object({ text: z.string() }), async ({ actor }, { text }) => ({
  result: { text },
  subject: { type: 'dealership', id: actor.dealershipId },
  facts: { text },
}))
const events = query('customer.read', z.object({}), ({ tx }) =>
  tx.event.findMany({ select: { name: true, facts: true } }),
)

test('a command leaves exactly one event, and only its own dealership sees it', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  await note(here.as('serviceAdviser'), { text: 'one' })
  expect(await events(here.as('serviceAdviser'), {})).toEqual([
    { name: 'customer.register', facts: { text: 'one' } },
  ])
  expect(await events(there.as('serviceAdviser'), {})).toEqual([])
})

test('without a tenant no row is visible', async () => {
  const here = await aDealership()
  await note(here.as('serviceAdviser'), { text: 'one' })
  expect(await db().event.count()).toBe(0)
  expect(await db().customer.count()).toBe(0)
})

test('a technician may not, and nothing is written', async () => {
  const here = await aDealership()
  await expect(note(here.as('technician'), { text: 'x' })).rejects.toMatchObject({ code: 'auth.forbidden' })
  expect(await events(here.as('serviceAdviser'), {})).toEqual([])
})

test('the same key replays the answer; the same key with another body is refused', async () => {
  const here = await aDealership()
  const adviser = here.as('serviceAdviser', { idempotencyKey: 'form-12345' })
  const both = await Promise.all([note(adviser, { text: 'a' }), note(adviser, { text: 'a' })])
  expect(both).toEqual([{ text: 'a' }, { text: 'a' }])
  expect(await events(here.as('serviceAdviser'), {})).toHaveLength(1)
  await expect(note(adviser, { text: 'b' })).rejects.toMatchObject({ code: 'common.key-reused' })
})

test('an event can be neither changed nor deleted', async () => {
  const here = await aDealership()
  await note(here.as('serviceAdviser'), { text: 'one' })
  await expect(here.inside((tx) => tx.event.updateMany({ data: { name: 'x' } }))).rejects.toThrow()
  await expect(here.inside((tx) => tx.event.deleteMany({}))).rejects.toThrow()
})

test('what a page reads in one transaction begins and ends once, and shows nobody the rows of another dealership', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  for (const one of [here, there]) await note(one.as('serviceAdviser'), { text: one.dealershipId })
  const [adviser, other] = [here.as('serviceAdviser'), there.as('serviceAdviser')]
  const begins = async (work: () => Promise<unknown>) =>
    (await sentOf(work)).filter((text) => /^\s*BEGIN/i.test(text)).length
  const twice = async (of: typeof adviser) => [await events(of, {}), await events(of, {})]
  expect(await begins(() => twice(adviser))).toBe(2)
  expect(await begins(() => oneReading(adviser, twice))).toBe(1)
  const facts = (text: string) => [{ name: 'customer.register', facts: { text } }]
  const read = await oneReading(adviser, async (within) => [
    await events(within, {}),
    await events({ ...other, within: within.within }, {}),
  ])
  expect(read).toEqual([facts(here.dealershipId), facts(there.dealershipId)])
})
