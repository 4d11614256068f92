import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runTypescript } from './app.mjs'
import { missingInLock } from './check-lock.mjs'
import { endAll, run } from './children.mjs'
import { ensureBuilt, ensureGenerated, ensureInstalled } from './install.mjs'
import { Stop, readJson, root, say, sentence } from './plain.mjs'

const at = (path) => join(root, path)
const reports = at('node_modules/.cache/babu-test/reports')
const bin = {
  prettier: at('node_modules/prettier/bin/prettier.cjs'),
  eslint: at('node_modules/eslint/bin/eslint.js'),
  tsc: at('node_modules/typescript/bin/tsc'),
  next: at('node_modules/next/dist/bin/next'),
  vitest: at('node_modules/vitest/vitest.mjs'),
  playwright: at('node_modules/@playwright/test/cli.js'),
}
const TIME_ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York']

class Failed extends Error {}

const totals = { passed: 0, failed: 0 }
let startedCluster = false
let extra = []

const quietly = async (what, args, env) => {
  const { code, words } = await run(args, { env })
  if (code !== 0) throw new Failed(`${words.trim()}\n${what}`)
}

async function vitest(project, env, counts) {
  mkdirSync(reports, { recursive: true })
  const report = join(reports, `${project}.json`)
  rmSync(report, { force: true })
  const args = [
    bin.vitest,
    'run',
    '--project',
    // With those that are run apart, as `integration-alone`.
    `${project}*`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...extra,
  ]
  const { code } = await run(args, { env, show: true })
  const { numPassedTests = 0, numFailedTests = 0 } = readJson(report, {})
  if (counts) totals.passed += numPassedTests
  totals.failed += numFailedTests
  if (code !== 0) throw new Failed(numFailedTests ? '' : `The ${project} tests did not run to their end.`)
  if (numPassedTests === 0) throw new Failed(`No ${project} test was run.`)
}

async function playwright(args, env) {
  const report = join(reports, 'e2e.json')
  rmSync(report, { force: true })
  const { ensureChineseFont, ensureChromium } = await import('./chromium.mjs')
  const CHROMIUM_PATH = await ensureChromium()
  ensureChineseFont((line) => say(line))
  const node = {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --conditions=react-server`.trim(),
    TZ: 'UTC',
  }
  const given = { ...env, ...node, CHROMIUM_PATH, E2E_REPORT: report }
  const { code } = await run([bin.playwright, 'test', ...args, ...extra], {
    env: given,
    show: true,
  })
  const { expected = 0, unexpected = 0, flaky = 0 } = readJson(report, {}).stats ?? {}
  totals.passed += expected + flaky
  totals.failed += unexpected
  if (code !== 0) throw new Failed(unexpected ? '' : 'The browser tests did not run to their end.')
}

const STAGES = {
  lock: () => {
    const missing = missingInLock(at('package-lock.json'))
    if (missing.length > 0)
      throw new Failed(`${missing.join('\n')}\npackage-lock.json lacks packages of other platforms.`)
  },
  format: () =>
    quietly('Some files are not formatted: npm run format.', [
      bin.prettier,
      '--check',
      '--log-level=warn',
      '.',
    ]),
  lint: () => quietly('The linter found faults.', [bin.eslint, '--max-warnings=0', '.']),
  types: async () => {
    await quietly('The route types could not be made.', [bin.next, 'typegen'])
    await quietly('The types do not fit.', [bin.tsc, '--noEmit', '--pretty', 'false'])
  },
  unit: async () => {
    for (const [position, TZ] of TIME_ZONES.entries()) await vitest('unit', { TZ }, position === 0)
  },
  integration: async () => {
    const { testTemplate } = await import('./test-cluster.mjs')
    startedCluster = (await testTemplate()).started || startedCluster
    await vitest('integration', { TZ: 'UTC' }, true)
  },
  build: async () => void (await ensureBuilt()),
  start: async () => {
    const { testCluster } = await import('./test-cluster.mjs')
    startedCluster = (await testCluster()).started || startedCluster
    await vitest('start', { TZ: 'UTC' }, true)
  },
  e2e: async () => {
    const { testTemplate } = await import('./test-cluster.mjs')
    const { withApp } = await import('./test-app.mjs')
    startedCluster = (await testTemplate()).started || startedCluster
    const projects = ['phone', 'tablet', 'desk', 'journeys'].map((name) => `--project=${name}`)
    await withApp('e2e', {}, (env) => playwright(projects, env))
  },
  screenshots: async () => {
    const { withApp } = await import('./test-app.mjs')
    await withApp('screenshots', { demo: true }, (env) => playwright(['--project=screenshots'], env))
    say(`The pictures are in ${at('screenshots')}.`)
  },
  bench: async () => {
    const { withApp } = await import('./test-app.mjs')
    const { ensureChromium } = await import('./chromium.mjs')
    const CHROMIUM_PATH = await ensureChromium()
    // Beside a bare handler of one process stands a web server of one.
    const processes = extra.includes('--advisers') ? undefined : 1
    const { code } = await withApp('bench', { demo: true, processes }, (env) =>
      runTypescript('tests/bench/run.ts', extra, { ...env, CHROMIUM_PATH }),
    )
    if (code !== 0) throw new Failed('The measurements did not run to their end.')
  },
  'bench:booking': async () => {
    const { withApp } = await import('./test-app.mjs')
    const { code } = await withApp('bench', { servers: 2, processes: 1 }, (env) =>
      runTypescript('tests/bench/booking/run.ts', extra, env),
    )
    if (code !== 0) throw new Failed('Not every goal of booking is met.')
  },
  reminders: async () => {
    const { cloneTemplate, dropClones, testTemplate } = await import('./test-cluster.mjs')
    const { appEnvironment } = await import('./app.mjs')
    const template = await testTemplate()
    startedCluster = template.started || startedCluster
    const database = `babu_test_${process.pid}_reminders`
    const { appUrl, jobsUrl, ownerUrl } = await cloneTemplate(template, database)
    const secret = 'a-secret-of-the-tests-that-is-long-enough'
    const app = appEnvironment({ appUrl, jobsUrl, secret, url: 'http://localhost', storageDir: at('.data') })
    const env = { ...app, OWNER_DATABASE_URL: ownerUrl, TZ: 'UTC' }
    try {
      const { code } = await runTypescript('tests/bench/reminders.ts', extra, env)
      if (code !== 0) throw new Failed('The nightly run was not measured to its end.')
    } finally {
      await dropClones(template, database)
    }
  },
}

/** Stages in their order; chains inside one pair of brackets run side by side. */
const CHECK = ['lock', [['lint'], ['format', 'types']]]
const PLANS = {
  check: CHECK,
  unit: ['unit'],
  integration: ['integration'],
  start: ['build', 'start'],
  e2e: ['build', 'e2e'],
  screenshots: ['build', 'screenshots'],
  bench: ['build', 'bench'],
  'bench:booking': ['build', 'bench:booking'],
  'bench:reminders': ['reminders'],
}
const EVERYTHING = [...CHECK, [['unit'], ['build']], 'integration', 'start', 'e2e']

async function stage(name) {
  const begun = performance.now()
  say(`\n=== ${name}`)
  const failedBefore = totals.failed
  try {
    await STAGES[name]()
    say(`=== ${name}: ok, ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    return true
  } catch (error) {
    const plain = error instanceof Failed ? error.message : sentence(error)
    console.error(plain === undefined ? error : plain)
    if (totals.failed === failedBefore) totals.failed += 1
    say(
      `=== ${name}: FAILED, ${((performance.now() - begun) / 1000).toFixed(1)} s; what comes after it was not run`,
    )
    return false
  }
}

async function chain(names) {
  for (const name of names) if (!(await stage(name))) return false
  return true
}

let leaving = false
async function leave(code) {
  if (leaving) return
  leaving = true
  await endAll()
  if (startedCluster) await (await import('./test-cluster.mjs')).stopTestCluster()
  process.exit(code)
}

export async function main([name, ...rest]) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(1))
  extra = rest
  const stages = name === undefined ? EVERYTHING : PLANS[name]
  let good = true
  try {
    if (!stages)
      throw new Stop(
        `There is no stage "${name}": use one of ${Object.keys(PLANS).join(', ')}, or none for everything.`,
      )
    await ensureInstalled()
    await ensureGenerated()
    for (const each of stages) {
      good = Array.isArray(each) ? !(await Promise.all(each.map(chain))).includes(false) : await stage(each)
      if (!good) break
    }
  } catch (error) {
    good = false
    totals.failed += 1
    console.error(sentence(error) ?? error)
  }
  if (leaving) return
  say(`\n${totals.passed} passed, ${totals.failed} failed`)
  await leave(good && totals.failed === 0 ? 0 : 1)
}
