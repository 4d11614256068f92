import { Client } from 'pg'
import { copies, settle, type House } from './house'

const SEARCH =
  'SELECT * FROM slot_search($1, now(), NULL, 30, ARRAY[$2]::uuid[], ARRAY[]::uuid[], NULL, ARRAY[]::text[])'

/** Milliseconds of one search of 30 days inside the database: the median of batches, each timed by the database itself. */
async function inDatabase(house: House): Promise<number> {
  const client = new Client({ connectionString: process.env.APP_DATABASE_URL })
  await client.connect()
  const batch = async (rounds: number) => {
    await client.query(`DO $$ DECLARE began timestamptz; BEGIN
      began := clock_timestamp();
      FOR i IN 1..${rounds} LOOP
        PERFORM count(rooms) FROM slot_search('${house.dealershipId}', now(), NULL, 30, ARRAY['${house.packageId}']::uuid[], ARRAY[]::uuid[], NULL, ARRAY[]::text[]);
      END LOOP;
      PERFORM set_config('bench.ms', (extract(epoch FROM clock_timestamp() - began) * 1000 / ${rounds})::text, false);
    END $$`)
    const { rows } = await client.query<{ ms: string }>(`SELECT current_setting('bench.ms') AS ms`)
    return Number(rows[0]?.ms)
  }
  await batch(50)
  const took: number[] = []
  for (let turn = 0; turn < 9; turn++) took.push(await batch(200))
  await client.query({ name: 'search', text: SEARCH, values: [house.dealershipId, house.packageId] })
  await client.end()
  return took.sort((a, b) => a - b)[4] ?? 0
}

/** Goal 6: at most 0.5 ms for 30 days, and not slower with 1,000 dealerships. */
export async function slotsSql(house: House, dealerships: number) {
  await settle()
  const one = await inDatabase(house)
  await copies(house, dealerships - 1)
  await settle()
  const many = await inDatabase(house)
  return { one, many, ratio: many / one }
}
