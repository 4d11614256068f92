import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { appEnvironment } from './app.mjs'
import { step } from './children.mjs'
import { runningHere } from './lock.mjs'
import { needSpace, readJson, root, writeJson } from './plain.mjs'

export const data = join(root, '.data')
const secretsFile = join(data, 'secrets.json')
const dataDir = join(data, 'postgres')

/** The address of the user's own server, when one is given. */
export const own = process.env.DATABASE_URL

/** The server of this folder: the one that runs already, or a new one. Undefined with a server of the user's own. */
export async function startServer() {
  if (own) return undefined
  const { attachEmbedded, startEmbedded } = await import('./embedded-postgres.mjs')
  const running = runningHere() && attachEmbedded({ dataDir, secretsFile })
  if (running) return running
  needSpace(data, 200, 'the database')
  return step('Starting PostgreSQL', () => startEmbedded({ dataDir, secretsFile }))
}

/** The database with its migrations and roles. */
export async function prepare(server) {
  const { prepareDatabase } = await import('./prepare-database.mjs')
  const { ensureDatabase } = await import('./own-database.mjs')
  const ownerUrl = server ? await ensureDatabase(server) : own
  return step('Preparing the database', async () => ({
    ...(await prepareDatabase({ ownerUrl, secretsDir: data })),
    ownerUrl,
  }))
}

/** Fills a new database with `fill` and lets it take the place of Babu's own; nothing changes when `fill` fails. */
export async function replaceDatabase(server, fill) {
  const { prepareDatabase, roleSuffixOf } = await import('./prepare-database.mjs')
  const { adoptDraft, draftDatabase } = await import('./own-database.mjs')
  const ownerUrl = await draftDatabase(server)
  const draft = await prepareDatabase({ ownerUrl, secretsDir: data, roleSuffix: roleSuffixOf('babu') })
  await fill({ ...draft, ownerUrl })
  await adoptDraft(server)
}

function secret() {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  const secrets = readJson(secretsFile, {})
  if (!secrets.nextAuthSecret)
    writeJson(secretsFile, { ...secrets, nextAuthSecret: randomBytes(32).toString('base64url') })
  return readJson(secretsFile, {}).nextAuthSecret
}

/** Does this start show the demo group? Always on the built-in database unless BABU_DEMO=0; elsewhere only with BABU_DEMO=1. */
export const showsDemo = () => (own ? process.env.BABU_DEMO === '1' : process.env.BABU_DEMO !== '0')

/** The environment of the app for this folder. */
export function environmentOf(prepared, url) {
  const storageDir = process.env.STORAGE_DIR || join(data, 'files')
  mkdirSync(storageDir, { recursive: true, mode: 0o700 })
  return appEnvironment({ ...prepared, secret: secret(), url, storageDir, demo: showsDemo() })
}

/** Does `work` with the environment of this folder's database, which is started for it when Babu does not run. */
export async function withDatabase(work) {
  const server = await startServer()
  try {
    const prepared = await prepare(server)
    return await work({
      ...environmentOf(prepared, 'http://localhost:3000'),
      OWNER_DATABASE_URL: prepared.ownerUrl,
    })
  } finally {
    await server?.stop()
  }
}
