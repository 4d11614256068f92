import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appEnvironment, loadDemo, startWeb, startWorker } from './app.mjs'
import { end, untilAnswering } from './children.mjs'
import { Stop, freePort, say } from './plain.mjs'
import { cloneTemplate, dropClones, testTemplate } from './test-cluster.mjs'

/**
 * The built app with its worker on a fresh database and a free port, for as long as `work` takes.
 * `processes` of each web server: as shipped, unless said. `work` gets the environment that test programs need to reach the same database and address.
 */
export async function withApp(name, { demo = false, servers = 1, processes } = {}, work) {
  const template = await testTemplate()
  const database = `babu_test_${process.pid}_${name}`
  const folder = mkdtempSync(join(tmpdir(), `babu-${name}-`))
  const { appUrl, jobsUrl, ownerUrl } = await cloneTemplate(template, database)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const app = appEnvironment({
    appUrl,
    jobsUrl,
    url,
    storageDir: join(folder, 'files'),
    secret: 'a-secret-of-the-tests-that-is-long-enough',
    demo: true,
  })
  const own = { OWNER_DATABASE_URL: ownerUrl, BABU_DEMO_FILE: join(folder, 'demo.json') }
  const logs = { web: join(folder, 'web.log'), worker: join(folder, 'worker.log') }
  let worker
  const webs = []
  try {
    if (demo) {
      const { code } = await loadDemo({ ...app, ...own }, (line) => say(`    ${line}`))
      if (code !== 0) throw new Stop('The demo group could not be loaded: the lines above say why.')
    }
    const urls = []
    for (let server = 0; server < servers; server++) {
      const own = server === 0 ? port : await freePort()
      const web = startWeb({ port: own, env: app, logFile: logs.web, processes })
      webs.push(web)
      urls.push(`http://localhost:${own}`)
      await untilAnswering(`${urls[server]}/api/health`, web, logs.web)
    }
    worker = startWorker({ env: app, logFile: logs.worker })
    return await work({ ...app, ...own, E2E_URL: url, E2E_SECOND_URL: urls[1] ?? '', E2E_LOGS: folder })
  } finally {
    await Promise.all([...webs, worker].filter(Boolean).map((child) => end(child)))
    await dropClones(template, database)
    if (!process.env.KEEP_LOGS) rmSync(folder, { recursive: true, force: true })
  }
}
