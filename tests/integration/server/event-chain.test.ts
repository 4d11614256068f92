import { Pool } from 'pg'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { command } from '@/lib/server/doors'
import { sealAll, sealEvents, verifyChain, verifyEvery } from '@/lib/server/event-chain'
import { poisoned } from '../../support/poison'
import { aDealership, db, type GivenDealership } from '../../support/given'

const happen = command('customer.register', z.object({ n: z.number() }), async ({ actor }, { n }) => ({
  result: n,
  subject: { type: 'dealership', id: actor.dealershipId },
  facts: { n, name: '张伟' },
}))

async function withEvents(count: number): Promise<GivenDealership> {
  const here = await aDealership()
  for (let n = 0; n < count; n++) await happen(here.as('serviceAdviser'), { n })
  return here
}

const asOwner = async (sql: string, values: unknown[]) => {
  const pool = new Pool({ connectionString: process.env.OWNER_DATABASE_URL, max: 1 })
  try {
    await pool.query('SET session_replication_role = replica')
    await pool.query(sql, values)
  } finally {
    await pool.end()
  }
}

test('committed events are sealed in order and the chain verifies to its head', async () => {
  const here = await withEvents(5)
  expect(await here.inside(verifyChain)).toEqual({ sealed: 0, unsealed: 5, firstBadSeq: null })
  expect(await sealEvents(db(), here.dealershipId, here.now)).toBe(5)
  await happen(here.as('serviceAdviser'), { n: 6 })
  expect(await sealEvents(db(), here.dealershipId, here.now)).toBe(1)
  expect(await here.inside(verifyChain)).toEqual({ sealed: 6, unsealed: 0, firstBadSeq: null })
})

test('an event is sealed whatever the clock said when it was written', async () => {
  const here = await withEvents(2)
  await sealEvents(db(), here.dealershipId, here.now)
  const { dealershipId } = here
  const fact = { dealershipId, name: 'customer.register', subjectType: 'dealership', subjectId: dealershipId }
  const early = { ...fact, id: '00000000-0000-7000-8000-000000000001', actorKind: 'system', facts: {} }
  await here.inside((tx) => tx.event.create({ data: { ...early, at: new Date('1970-01-01') } }))
  expect(await sealEvents(db(), dealershipId, here.now)).toBe(1)
  expect(await sealEvents(db(), dealershipId, here.now)).toBe(0)
  expect(await here.inside(verifyChain)).toEqual({ sealed: 3, unsealed: 0, firstBadSeq: null })
})

test('two sealers at once seal each event once', async () => {
  const here = await withEvents(8)
  const counts = await Promise.all([1, 2, 3, 4].map(() => sealEvents(db(), here.dealershipId, here.now)))
  expect(counts.reduce((a, b) => a + b)).toBe(8)
  expect((await here.inside(verifyChain)).firstBadSeq).toBeNull()
})

test('a chain that cannot be sealed holds up no other dealership', async () => {
  const [here, there] = [await withEvents(1), await withEvents(1)]
  const sealed = (given: GivenDealership) => given.inside((tx) => tx.eventSeal.count())
  const first = [here, there].sort((a, b) => (a.dealershipId < b.dealershipId ? -1 : 1))
  for (const ill of first) {
    const well = ill === here ? there : here
    await poisoned('EventSeal', `NEW."dealershipId" = '${ill.dealershipId}'`, () => sealAll(db()))
    expect(await sealed(well)).toBe(1)
  }
  await sealAll(db())
  expect([await sealed(here), await sealed(there)]).toEqual([1, 1])
})

test.each([
  [
    'a changed fact',
    `UPDATE "Event" SET facts = '{"n": 99}' WHERE id = (SELECT "eventId" FROM "EventSeal" WHERE "dealershipId" = $1 AND seq = 3)`,
  ],
  [
    'a changed time',
    `UPDATE "Event" SET at = at + interval '1 second' WHERE id = (SELECT "eventId" FROM "EventSeal" WHERE "dealershipId" = $1 AND seq = 3)`,
  ],
  [
    'a deleted event',
    `DELETE FROM "Event" WHERE id = (SELECT "eventId" FROM "EventSeal" WHERE "dealershipId" = $1 AND seq = 3)`,
  ],
  ['a deleted seal', `DELETE FROM "EventSeal" WHERE "dealershipId" = $1 AND seq = 3`],
  ['a rewritten hash', `UPDATE "EventSeal" SET hash = repeat('a', 64) WHERE "dealershipId" = $1 AND seq = 3`],
])('the verifier finds %s at its place', async (_what, sql) => {
  const here = await withEvents(5)
  await sealEvents(db(), here.dealershipId, here.now)
  await asOwner(sql, [here.dealershipId])
  expect((await here.inside(verifyChain)).firstBadSeq).toBe(3)
})

test('R56 the verifier of all dealerships names the head of a good chain and the first bad place of another', async () => {
  const [good, bad] = [await withEvents(2), await withEvents(3)]
  await sealAll(db())
  await asOwner(
    `UPDATE "Event" SET name = 'x' WHERE id = (SELECT "eventId" FROM "EventSeal" WHERE "dealershipId" = $1 AND seq = 2)`,
    [bad.dealershipId],
  )
  const reports = await verifyEvery(db())
  const of = ({ code }: GivenDealership) => reports.find((report) => report.code === code)
  const head = await good.inside((tx) => tx.eventSeal.findFirst({ where: { seq: 2 } }))
  expect(of(good)).toMatchObject({ sealed: 2, unsealed: 0, firstBadSeq: null, head: head?.hash })
  expect(of(bad)).toMatchObject({ sealed: 1, firstBadSeq: 2 })
})
