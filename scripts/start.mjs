// `npm start`: everything from a fresh clone to a running Babu. Only old syntax here, so that an old Node can say what is wrong.
import('./lib/node-version.mjs').then(({ checkNode }) => {
  checkNode()
  return import('./lib/start.mjs').then(({ main }) => main(process.argv.slice(2)))
})
