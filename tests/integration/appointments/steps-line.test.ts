import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDealership } from '../../support/given'

type Told = { before: string; now: string }

test('a line of the ledger reads as it did when a statement made it, for any minutes', async () => {
  const here = await aDealership()
  const minutes = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -60, max: 4000 })), { maxLength: 50 })
  await here.inside(async (tx) => {
    await fc.assert(
      fc.asyncProperty(
        minutes,
        minutes,
        fc.nat(9000),
        fc.nat(9000),
        async (capacity, booked, bookable, taken) => {
          const [told] = await tx.$queryRaw<Told[]>`
            SELECT steps_line('work', ${capacity}::smallint[], ${booked}::smallint[], '{}', ${bookable}::int, ${taken}::int) AS now,
              concat_ws(E'\t', 'work', ${bookable}::int, ${taken}::int, coalesce(min(f), 1) - 1, coalesce(
                string_agg(chr(48 + c / 64) || chr(48 + c % 64) || chr(48 + b / 64) || chr(48 + b % 64), '' ORDER BY n)
                FILTER (WHERE n BETWEEN f AND l), '')) AS before
            FROM (SELECT c, b, n, min(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS f, max(n) FILTER (WHERE c > 0 OR b > 0) OVER () AS l
              FROM (SELECT greatest(coalesce(x, 0), 0) AS c, greatest(coalesce(y, 0), 0) AS b, n
                FROM unnest(${capacity}::smallint[], ${booked}::smallint[]) WITH ORDINALITY AS u(x, y, n)) v) w`
          expect(told?.now).toBe(told?.before)
        },
      ),
      { numRuns: 150 },
    )
  })
}, 60_000)
