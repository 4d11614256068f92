import pg from 'pg'

type Statement = { text: string; values: unknown[] }
export type Script = Statement[]

type Heard = { client: object; statement: Statement }
let heard: Heard[] | null = null

const real = pg.Client.prototype.query as (...args: unknown[]) => unknown

/** Every statement of this process passes here, on whichever connection; it is written down while `record` runs. */
pg.Client.prototype.query = function (this: object, ...args: unknown[]) {
  const [asked, values] = args as [string | { text?: string; values?: unknown[] }, unknown]
  const text = typeof asked === 'string' ? asked : asked?.text
  const given = typeof asked === 'string' ? values : (asked?.values ?? values)
  if (heard && text)
    heard.push({ client: this, statement: { text, values: Array.isArray(given) ? given : [] } })
  return real.apply(this, args)
} as typeof pg.Client.prototype.query

/** The statements that `work` sends, connection by connection, in their order. */
export async function record(work: () => Promise<unknown>): Promise<Script> {
  heard = []
  try {
    await work()
    const clients = [...new Set(heard.map(({ client }) => client))]
    return clients.flatMap((client) =>
      (heard ?? []).filter((one) => one.client === client).map((one) => one.statement),
    )
  } finally {
    heard = null
  }
}
