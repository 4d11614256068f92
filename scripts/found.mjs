// `npm run found`: the first (or next) dealership of an own database, with its first administrator.
import('./lib/node-version.mjs').then(async ({ checkNode }) => {
  checkNode()
  const { FOUND_USAGE } = await import('./lib/found-usage.mjs')
  if (process.argv.includes('--help')) return process.stdout.write(`${FOUND_USAGE}\n`)
  const { runWithDatabase } = await import('./lib/own-program.mjs')
  return runWithDatabase('scripts/found.ts')
})
