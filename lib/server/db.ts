import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, Prisma } from '@/generated/prisma/client'
import { env } from './env'
import { collect, flush } from './later'
import { OneByOne } from './one-by-one'
import { planName } from './plan-names'
import { inTurn } from './turns'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient
export { Prisma }

const holder = globalThis as unknown as { babuDb?: Db }

/** A new connection has to be made, and plans every statement again: one is kept as long as somebody is at work. */
export const IDLE_MS = 5 * 60_000

/** The one connection pool of this process, as the role that owns nothing. */
export function database(): Db {
  if (!holder.babuDb) {
    const adapter = new PrismaPg(
      {
        connectionString: env().APP_DATABASE_URL,
        Client: OneByOne,
        max: env().DATABASE_POOL,
        connectionTimeoutMillis: 10_000,
        statement_timeout: 15_000,
        idle_in_transaction_session_timeout: 20_000,
        keepAlive: true,
        idleTimeoutMillis: IDLE_MS,
        // With it go the plans that nobody asks for any more.
        maxLifetimeSeconds: 3600,
        allowExitOnIdle: true,
      },
      { statementNameGenerator: planName },
    )
    holder.babuDb = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } })
  }
  return holder.babuDb
}

/** Runs `work` in one transaction that sees the rows of one dealership only. */
export const asTenant = <Result>(
  db: Db,
  dealershipId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.dealership_id', ${dealershipId}, true)`
    return whole(tx, work)
  })

async function whole<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  collect(tx)
  const result = await work(tx)
  await flush(tx)
  return result
}

/** The longest a writer waits for one of another process before it is told that the house is busy. */
const TURN = '5s'

/**
 * Like `asTenant`, but the writers of one dealership take turns: what `work` reads stays true until it commits.
 * They stand in line before they take a connection, so that a busy dealership never keeps the connections of others.
 * Serializable transactions would promise the same; in small tables the rows of all dealerships share index pages,
 * so they clashed by the dozen where nothing was shared. Triggers that need the time take `now`.
 */
export const asSoleWriter = <Result>(
  db: Db,
  dealershipId: string,
  work: (tx: Tx) => Promise<Result>,
  now?: Date,
): Promise<Result> =>
  inTurn(dealershipId, () =>
    db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.dealership_id', ${dealershipId}, true), set_config('lock_timeout', ${TURN}, true),
        set_config('app.now', ${now?.toISOString() ?? ''}, true)`
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`writer ${dealershipId}`}, 0))::text`
      return whole(tx, work)
    }),
  )
