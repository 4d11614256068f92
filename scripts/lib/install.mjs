import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { run, step } from './children.mjs'
import { compressFiles } from './compress-files.mjs'
import { Stop, needSpace, readJson, root, sentence } from './plain.mjs'

const at = (path) => join(root, path)

/** Is every package of the lock file installed in that version? npm's own list is written last, so it tells. */
export function isInstalled() {
  const lock = readJson(at('package-lock.json'), { packages: {} }).packages
  const installed = readJson(at('node_modules/.package-lock.json'), { packages: {} }).packages
  return Object.entries(lock).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      entry.link ||
      installed[path]?.version === entry.version,
  )
}

function npmProgram() {
  const given = process.env.npm_execpath
  if (given && /\.c?js$/.test(given) && existsSync(given)) return given
  const found = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' })
  const cli = join(found.stdout?.trim() ?? '', 'npm/bin/npm-cli.js')
  if (existsSync(cli)) return cli
  throw new Stop('npm was not found: install Node.js together with npm and start again.')
}

const INSTALL = {
  // No downloads beside the registry: the schema engine is ours, and browsers are found by the tests.
  PRISMA_SCHEMA_ENGINE_BINARY: at('scripts/prisma-schema-engine.mjs'),
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
}

/** Installs the packages of the lock file when they are not there yet. */
export async function ensureInstalled() {
  if (isInstalled()) return
  needSpace(root, 2000, 'installing the packages')
  await step('Installing packages (a minute or two)', async () => {
    const args = [npmProgram(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    const { code, words } = await run(args, { env: INSTALL })
    if (code === 0) return
    const plain = sentence({ message: words })
    if (plain) throw new Stop(plain)
    if (/EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|network/i.test(words))
      throw new Stop(
        'The packages could not be fetched: check the connection to the npm registry (npm config get registry) and start again.',
      )
    throw new Stop(`The packages could not be installed; npm says:\n${words.trim()}`)
  })
}

/** Every file below a folder. */
export function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesOf(path)
    else yield path
  }
}

/** One hash of the content of files and folders (missing ones count as empty). */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.map(at).filter(existsSync)) {
    const files = path.match(/\.\w+$/) ? [path] : filesOf(path)
    for (const file of files)
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Makes the Prisma client when the schema has changed. */
export async function ensureGenerated() {
  const stamp = at('generated/schema-hash')
  const hash = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  const current =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(at('generated/prisma/client.ts'))
  if (current) return
  await step('Making the database client', async () => {
    const { prisma } = await import('./migrations.mjs')
    const { code, words } = await prisma(['generate'])
    if (code !== 0)
      throw new Stop(
        sentence({ message: words }) ?? `The database client could not be made:\n${words.trim()}`,
      )
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
  })
}

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'tsconfig.json',
]
const CONFIGURATION = [
  'next.config.mjs',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'scripts/lib/response-headers.mjs',
  'scripts/lib/compress-files.mjs',
]

/** Builds the app when its sources have changed since the last build. */
export async function ensureBuilt() {
  const stamp = at('.next/babu-sources')
  const hash = hashOf([...SOURCES, ...CONFIGURATION])
  if (existsSync(at('.next/BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return false
  needSpace(root, 500, 'building the app')
  await step('Building the app (about a minute)', async () => {
    const { code, words } = await run([at('node_modules/next/dist/bin/next'), 'build'], {
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0)
      throw new Stop(sentence({ message: words }) ?? `The app could not be built:\n${words.trim()}`)
    await compressFiles(at('.next/static'))
    writeFileSync(stamp, hash)
  })
  return true
}
