import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** The rows of one dealership as they were right after it had been furnished; what is written again for the next one. */
export type HouseRows = {
  tables: { name: string; columns: string; rows: string }[]
  groupId: string
  dealershipId: string
  code: string
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

async function asOwner<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

type Of = { groupId: string; dealershipId: string; code: string }

/** Reads a dealership and all its rows. */
export const readHouse = ({ groupId, dealershipId, code }: Of): Promise<HouseRows> =>
  asOwner(async (client) => {
    const { rows: known } = await client.query<{ name: string; columns: string; tenant: boolean }>(
      `SELECT c.table_name AS name, string_agg(quote_ident(c.column_name), ',') AS columns,
              bool_or(c.column_name = 'dealershipId') AS tenant
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
       GROUP BY c.table_name`,
    )
    const tables = []
    for (const { name, columns, tenant } of known) {
      const only = tenant ? '"dealershipId" = $1' : 'id = $1'
      if (!tenant && name !== 'Group' && name !== 'Dealership') continue
      const { rows } = await client.query<{ rows: string | null }>(
        `SELECT json_agg(t)::text AS rows FROM (SELECT ${columns} FROM "${name}" WHERE ${only}) t`,
        [name === 'Group' ? groupId : dealershipId],
      )
      if (rows[0]?.rows) tables.push({ name, columns, rows: rows[0].rows })
    }
    return { tables, groupId, dealershipId, code }
  })

/** Writes the same rows again under new ids and another code; answers the new id of each old one. */
export async function writeHouse(
  house: HouseRows,
  code: string,
): Promise<{ groupId: string; dealershipId: string; idOf: (old: string) => string }> {
  const ids = new Map<string, string>()
  const idOf = (old: string) => {
    // Ids begin with the time of their row: lists that break ties by them keep their order.
    const known = ids.get(old) ?? old.slice(0, 24) + randomUUID().slice(24)
    ids.set(old, known)
    return known
  }
  await asOwner(async (client) => {
    await client.query('BEGIN')
    // The rows fit together already and are complete: neither keys nor triggers have anything to add.
    await client.query("SET LOCAL session_replication_role = 'replica'")
    for (const { name, columns, rows } of house.tables)
      await client.query(
        `INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${name}", $1)`,
        [rows.replace(UUID, idOf).replaceAll(house.code, code)],
      )
    await client.query('COMMIT')
  })
  return { groupId: idOf(house.groupId), dealershipId: idOf(house.dealershipId), idOf }
}
