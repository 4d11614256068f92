// `npm run import -- --dealership SH01 --kind customers file.xlsx [--good | --all]`: a dry run, then the import.
import('./lib/node-version.mjs').then(({ checkNode }) => {
  checkNode()
  return import('./lib/own-program.mjs').then(({ runWithDatabase }) => runWithDatabase('scripts/import.ts'))
})
