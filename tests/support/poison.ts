import { Client } from 'pg'

/** Lets the database refuse to insert (or delete) certain rows of a table while `work` runs: a fault nobody expects. */
export async function poisoned<Result>(
  table: string,
  when: string,
  work: () => Promise<Result>,
  on: 'INSERT' | 'DELETE' = 'INSERT',
): Promise<Result> {
  const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  try {
    await owner.query(`CREATE OR REPLACE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'poisoned row'; END $$`)
    await owner.query(
      `CREATE TRIGGER poison BEFORE ${on} ON "${table}" FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION poison()`,
    )
    return await work()
  } finally {
    await owner.query(`DROP TRIGGER IF EXISTS poison ON "${table}"`).finally(() => owner.end())
  }
}
