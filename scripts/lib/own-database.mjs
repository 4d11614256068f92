const NAME = 'babu'
const DRAFT = 'babu_draft'
const OLD = 'babu_old'

async function asOwner(server, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address of Babu's database on its own server; made there if it is missing. What a cut-off start left is removed. */
export async function ensureDatabase(server) {
  await asOwner(server, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname = ANY($1)', [
      [NAME, OLD],
    ])
    const there = rows.map(({ datname }) => datname)
    if (!there.includes(NAME))
      await client.query(
        there.includes(OLD) ? `ALTER DATABASE ${OLD} RENAME TO ${NAME}` : `CREATE DATABASE ${NAME}`,
      )
    else if (there.includes(OLD)) await client.query(`DROP DATABASE ${OLD} WITH (FORCE)`)
    await client.query(`ALTER DATABASE ${NAME} ALLOW_CONNECTIONS true`)
  })
  return server.url(NAME)
}

/** An empty database beside it, to be filled and then adopted. */
export async function draftDatabase(server) {
  await asOwner(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${DRAFT}`)
  })
  return server.url(DRAFT)
}

/** The draft takes the place of Babu's database; who is connected to the old one has to connect again. */
export async function adoptDraft(server) {
  await asOwner(server, async (client) => {
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ANY($1) AND pid <> pg_backend_pid()`
    await client.query(`ALTER DATABASE ${NAME} ALLOW_CONNECTIONS false`)
    await client.query(end, [[NAME, DRAFT]])
    await client.query(`ALTER DATABASE ${NAME} RENAME TO ${OLD}`)
    await client.query(`ALTER DATABASE ${DRAFT} RENAME TO ${NAME}`)
    await client.query(`DROP DATABASE ${OLD} WITH (FORCE)`)
  })
  return server.url(NAME)
}
