import cluster from 'node:cluster'
import { say } from './plain.mjs'

// The web server in several processes behind one port: `web-processes.mjs <how many> <program> <its arguments>`. One that ends
// is replaced; one that ends before it has answered takes the others with it, so that a fault shows at the start.
const [count, exec, ...args] = process.argv.slice(2)
cluster.setupPrimary({ exec, args })

let ending = false
let code = 0

function end(how) {
  code ||= how
  if (ending) return
  ending = true
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
}

function begin() {
  const worker = cluster.fork()
  let listening = false
  worker.once('listening', () => (listening = true))
  worker.once('exit', (status, signal) => {
    if (!ending && !listening) end(status || 1)
    if (!ending) {
      say(`A process of the web server ended (${signal ?? `code ${status}`}); another takes its place.`)
      begin()
    }
    if (ending && Object.keys(cluster.workers ?? {}).length === 0) process.exit(code)
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
for (let each = 0; each < Number(count); each++) begin()
