import { startServer } from './local-database.mjs'
import { prisma } from './migrations.mjs'
import { ensureDatabase } from './own-database.mjs'

/** The Prisma CLI with its words shown; what needs a database gets a given one, or that of this folder. */
export async function runPrisma(args) {
  const given = process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL
  if (given || !['migrate', 'db'].includes(args[0])) return prisma(args, { show: true, ownerUrl: given })
  const server = await startServer()
  try {
    return await prisma(args, { show: true, ownerUrl: await ensureDatabase(server) })
  } finally {
    await server.stop()
  }
}
