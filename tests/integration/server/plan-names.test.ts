import { expect, test } from 'vitest'
import { asTenant, database, type Tx } from '@/lib/server/db'
import { planName } from '@/lib/server/plan-names'
import { aDealership } from '../../support/given'

/** A text of its own, so that no other test has asked it before. */
const countFor = (tx: Tx) =>
  tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM "Setting" AS "kept plans"`

test('a statement that comes again keeps its plan, and still each dealership reads its own rows through it', async () => {
  const houses = [await aDealership(), await aDealership()]
  for (const [more, { dealershipId }] of houses.entries())
    await asTenant(database(), dealershipId, (tx) =>
      tx.setting.createMany({
        data: Array.from({ length: more + 1 }, (_, i) => ({
          dealershipId,
          key: `plan.${i}`,
          value: i,
          changedAt: new Date(),
        })),
      }),
    )
  const own = (at: number) => asTenant(database(), houses[at]!.dealershipId, countFor)
  const before = [await own(0), await own(1)].map(([row]) => row?.n ?? 0)
  expect(before[1]).toBe((before[0] ?? 0) + 1)
  // PostgreSQL takes a plan for all values from the sixth time on.
  for (let time = 0; time < 10; time++)
    for (const at of [0, 1]) expect((await own(at))[0]?.n).toBe(before[at])
  const kept = await asTenant(database(), houses[0]!.dealershipId, async (tx) => {
    await countFor(tx)
    return tx.$queryRaw<{ generic: number }[]>`
      SELECT generic_plans::int AS generic FROM pg_prepared_statements WHERE statement LIKE '%"kept plans"' AND name LIKE 'babu %'`
  })
  expect(kept).toHaveLength(1)
  expect(kept[0]?.generic).toBeGreaterThan(0)
})

test('what is asked once, and lists of a changing length, leave no plan behind', () => {
  const sql = `SELECT ${Math.random()}`
  expect([1, 2, 3, 4].map(() => planName({ sql }))).toEqual([
    undefined,
    undefined,
    expect.any(String),
    expect.any(String),
  ])
  const list = `${sql} WHERE id IN ($1,$2,$3,$4,$5)`
  expect([1, 2, 3, 4].map(() => planName({ sql: list }))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a name is given up for newer ones and never given again', () => {
  const nameOf = (sql: string) => [1, 2, 3].map(() => planName({ sql })).at(-1)
  const kept = Math.random()
  const first = nameOf(`SELECT ${kept}`)
  const names = Array.from({ length: 500 }, (_, i) => nameOf(`SELECT ${kept}, ${i}`))
  expect(new Set([first, ...names, nameOf(`SELECT ${kept}`)]).size).toBe(502)
})
