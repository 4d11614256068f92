// `node scripts/prisma.mjs <arguments>`: the Prisma CLI with the engine that needs no download and the database of this checkout.
import { join } from 'node:path'
import { startEmbedded } from './lib/embedded-postgres.mjs'
import { prisma } from './lib/migrations.mjs'
import { endWith, root } from './lib/plain.mjs'
import { ensureDatabase } from './lib/own-database.mjs'

const args = process.argv.slice(2)
const needsDatabase = ['migrate', 'db'].includes(args[0]) && !args.includes('--from-empty')

async function run() {
  if (!needsDatabase || process.env.OWNER_DATABASE_URL) return prisma(args, { show: true })
  if (process.env.DATABASE_URL) return prisma(args, { show: true, ownerUrl: process.env.DATABASE_URL })
  const server = await startEmbedded({
    dataDir: join(root, '.data/postgres'),
    secretsFile: join(root, '.data/secrets.json'),
  })
  try {
    return await prisma(args, { show: true, ownerUrl: await ensureDatabase(server) })
  } finally {
    await server.stop()
  }
}

run().then(({ code }) => process.exit(code), endWith)
