import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, Prisma } from '@/generated/prisma/client'
import { env } from './env'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient
export { Prisma }

const holder = globalThis as unknown as { babuDb?: Db }

/** The one connection pool of this process, as the role that owns nothing. */
export function database(): Db {
  if (!holder.babuDb) {
    const adapter = new PrismaPg({
      connectionString: env().APP_DATABASE_URL,
      max: env().DATABASE_POOL,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 20_000,
      keepAlive: true,
    })
    holder.babuDb = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } })
  }
  return holder.babuDb
}

/** Runs `work` in one transaction that sees the rows of one dealership only. */
export function asTenant<Result>(
  db: Db,
  dealershipId: string,
  work: (tx: Tx) => Promise<Result>,
  isolationLevel: Prisma.TransactionIsolationLevel = 'ReadCommitted',
): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      // Index scans keep the predicate locks of serializable transactions small, so that dealerships do not clash.
      await tx.$queryRaw`SELECT set_config('app.dealership_id', ${dealershipId}, true), set_config('enable_seqscan', ${isolationLevel === 'Serializable' ? 'off' : 'on'}, true)`
      return work(tx)
    },
    { isolationLevel },
  )
}
