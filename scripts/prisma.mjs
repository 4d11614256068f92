// `node scripts/prisma.mjs <arguments>`: the Prisma CLI with the engine that needs no download and the database of this folder.
import { prisma } from './lib/migrations.mjs'
import { startServer } from './lib/local-database.mjs'
import { ensureDatabase } from './lib/own-database.mjs'
import { endWith } from './lib/plain.mjs'

const args = process.argv.slice(2)

async function cli() {
  const given = process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL
  if (given || !['migrate', 'db'].includes(args[0])) return prisma(args, { show: true, ownerUrl: given })
  const server = await startServer()
  try {
    return await prisma(args, { show: true, ownerUrl: await ensureDatabase(server) })
  } finally {
    await server.stop()
  }
}

cli().then(({ code }) => process.exit(code), endWith)
