// `npm run found`: the first (or next) dealership of an own database, with its first administrator.
import('./lib/node-version.mjs').then(({ checkNode }) => {
  checkNode()
  return import('./lib/own-program.mjs').then(({ runWithDatabase }) => runWithDatabase('scripts/found.ts'))
})
