const NAME = 'babu'

/** The address of Babu's database on its own server; made there if it is missing. */
export async function ensureDatabase(server) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME])
    if (!rowCount) await client.query(`CREATE DATABASE ${NAME}`)
  } finally {
    await client.end()
  }
  return server.url(NAME)
}

/** Forgets all that is in Babu's database on its own server. */
export async function dropDatabase(server) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
