// `npm run verify`: is the trail of events what was written? Walks the chain of every dealership.
import('./lib/node-version.mjs').then(({ checkNode }) => {
  checkNode()
  return import('./lib/own-program.mjs').then(({ runWithDatabase }) => runWithDatabase('scripts/verify.ts'))
})
