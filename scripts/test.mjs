// `npm test`: everything in order, ending in one line of totals. `node scripts/test.mjs <stage> [arguments]` runs one stage.
import('./lib/node-version.mjs').then(({ checkNode }) => {
  checkNode()
  return import('./lib/test.mjs').then(({ main }) => main(process.argv.slice(2)))
})
