import 'server-only'
import { Pool, types, type QueryResultRow } from 'pg'
import { IDLE_MS } from './db'
import { env } from './env'
import { log } from './log'

const holder = globalThis as unknown as { babuAsk?: Pool }

/** Days stay text; moments come in UTC, and their short form is read the fast way. */
const parsers: Record<number, (text: string) => unknown> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.TIMESTAMPTZ]: (text) =>
    text.length === 22 && text.endsWith('+00')
      ? new Date(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`)
      : types.getTypeParser(types.builtins.TIMESTAMPTZ)(text),
}

/** A connection that the server ends while nobody uses it is replaced at the next use; unheard, it would end this process. */
function openPool(): Pool {
  const pool = new Pool({
    connectionString: env().APP_DATABASE_URL,
    max: Math.max(2, Math.ceil(env().DATABASE_POOL / 2)),
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    keepAlive: true,
    idleTimeoutMillis: IDLE_MS,
    allowExitOnIdle: true,
    application_name: 'babu ask',
    types: { getTypeParser: (oid, format) => (parsers[oid] ?? types.getTypeParser(oid, format)) as never },
  })
  pool.on('error', ({ message }) => log.warn({ reason: message }, 'an idle connection was ended'))
  return pool
}

const pool = (): Pool => (holder.babuAsk ??= openPool())

/**
 * One statement on a connection of its own, whose plan is kept under `name`: for questions that are asked so often that a
 * transaction around them would cost more than they do. The statement is a function of the database that sets the tenant itself.
 */
export async function ask<Row extends QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool().query<Row>({ name, text, values })
  return rows
}
