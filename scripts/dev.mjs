// `npm run dev`: the same as npm start, with the development server and a worker that follows changes.
import('./lib/node-version.mjs').then(({ checkNode }) => {
  checkNode()
  return import('./lib/start.mjs').then(({ main }) => main(['dev']))
})
