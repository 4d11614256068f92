import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDealership } from '../../support/given'

/** The line as it was told at first: by a statement, for booked minutes alone. */
const BEFORE = `SELECT concat_ws(E'\\t', $1::text, $4::int, $5::int, coalesce(min(f), 1) - 1,
    coalesce(string_agg(chr(48 + c / 64) || chr(48 + c % 64) || chr(48 + b / 64) || chr(48 + b % 64), '' ORDER BY n) FILTER (WHERE n BETWEEN f AND l), '')) AS line
  FROM (SELECT c, b, n, min(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS f, max(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS l
    FROM (SELECT greatest(coalesce(x, 0), 0) AS c, greatest(coalesce(y, 0), 0) AS b, n
      FROM unnest($2::smallint[], $3::smallint[]) WITH ORDINALITY AS u(x, y, n)) v) w`

test('a line of the ledger reads the same however it is made, for any minutes', async () => {
  const here = await aDealership()
  const minutes = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -60, max: 4000 })), { maxLength: 50 })
  await here.inside(async (tx) => {
    const line = async (sql: string, values: unknown[]) =>
      (await tx.$queryRawUnsafe<{ line: string }[]>(sql, ...values))[0]?.line
    await fc.assert(
      fc.asyncProperty(
        minutes,
        minutes,
        fc.nat(9000),
        fc.nat(9000),
        async (capacity, booked, bookable, taken) => {
          const now = await line(
            `SELECT steps_line($1::text, $2::smallint[], $3::smallint[], '{}', $4::int, $5::int) AS line`,
            ['work', capacity, booked, bookable, taken],
          )
          expect(now).toBe(await line(BEFORE, ['work', capacity, booked, bookable, taken]))
        },
      ),
      { numRuns: 150 },
    )
  })
}, 60_000)
