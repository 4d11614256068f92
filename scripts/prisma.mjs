// `node scripts/prisma.mjs <arguments>`: the Prisma CLI with the engine that needs no download and the database of this folder.
import { join } from 'node:path'
import { attachEmbedded, startEmbedded } from './lib/embedded-postgres.mjs'
import { runningHere } from './lib/lock.mjs'
import { prisma } from './lib/migrations.mjs'
import { ensureDatabase } from './lib/own-database.mjs'
import { endWith, root } from './lib/plain.mjs'

const args = process.argv.slice(2)
const needsDatabase = ['migrate', 'db'].includes(args[0])
const folder = { dataDir: join(root, '.data/postgres'), secretsFile: join(root, '.data/secrets.json') }

async function cli() {
  const given = process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL
  if (!needsDatabase || given) return prisma(args, { show: true, ownerUrl: given })
  const server = runningHere() ? attachEmbedded(folder) : await startEmbedded(folder)
  try {
    return await prisma(args, { show: true, ownerUrl: await ensureDatabase(server) })
  } finally {
    await server.stop()
  }
}

cli().then(({ code }) => process.exit(code), endWith)
