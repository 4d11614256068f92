import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { asTenant, database } from '@/lib/server/db'
import { record } from './record'
import type { BareRoute } from './bare'
import { screenTimes } from './advisers'
import { bundleSizes } from './bundles'
import { liveTimes } from './live'
import { measure, type Measured } from './load'
import { paintTimes } from './paint'
import { paletteTimes } from './palette'
import { report, type Row } from './report'
import { targets, type Target } from './targets'

const given = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run npm run bench`)
  return value
}

const quick = process.argv.includes('--quick')
const write = process.argv.includes('--write')
/** Ours and the bare handler take turns, so that a slow moment of the machine meets both. */
const ROUNDS = quick ? 1 : 2
const SECONDS = quick ? 1 : 2

async function written(target: Target): Promise<BareRoute> {
  const scripts = []
  for (const does of target.does) scripts.push(await record(does))
  await target.afterwards?.()
  const writes = target.what === 'command'
  return { scripts, writes, fresh: target.fresh ?? [], body: '', type: '' }
}

/** The bare handler in a process of its own; answers its address. */
function startBare(file: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join('tests', 'bench', 'bare.ts'), [file, given('APP_DATABASE_URL')], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the bare handler ended with ${code}`)))
    child.stdout?.once('data', (port: Buffer) =>
      resolve({ child, url: `http://127.0.0.1:${port.toString().trim()}` }),
    )
  })
}

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
const middle = (all: Measured[]): Measured => ({
  p50: median(all.map(({ p50 }) => p50)),
  p95: median(all.map(({ p95 }) => p95)),
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  answers: all.reduce((sum, { answers }) => sum + answers, 0),
  failures: all.reduce((sum, { failures }) => sum + failures, 0),
})

async function compare(target: Target, base: string, bare: string, statements: number): Promise<Row> {
  const { name, what, method, headers, body, amount } = target
  const rounds = amount ? 1 : ROUNDS
  const ours: Measured[] = []
  const limit: Measured[] = []
  const load = { method, headers, body, seconds: SECONDS, amount }
  if (!amount) await measure({ ...load, url: base + target.path, seconds: 1 })
  for (let round = 0; round < rounds; round++) {
    limit.push(await measure({ url: `${bare}/${encodeURIComponent(name)}`, seconds: SECONDS, amount }))
    ours.push(await measure({ ...load, url: base + target.path }))
  }
  const ratios = ours.map(({ perSecond }, i) => perSecond / (limit[i]?.perSecond || 1))
  return { name, what, statements, ours: middle(ours), bare: middle(limit), ratio: median(ratios) }
}

async function bookingPaints(dealershipId: string, base: string) {
  const { code } = await asTenant(database(), dealershipId, (tx) =>
    tx.dealership.findFirstOrThrow({ where: { id: dealershipId } }),
  )
  return paintTimes(base, [`/book/${code}`, '/book'], quick ? 1 : 5)
}

async function main() {
  const base = given('E2E_URL')
  const { apiKeys } = JSON.parse(readFileSync(given('BABU_DEMO_FILE'), 'utf8')) as {
    apiKeys: { dealershipId: string }[]
  }
  const dealershipId = apiKeys[0]?.dealershipId
  if (!dealershipId) throw new Error('the demo has no dealership')
  if (process.argv.includes('--live')) {
    await liveTimes(dealershipId, base, 15)
    return 0
  }
  if (process.argv.includes('--advisers')) {
    await screenTimes(dealershipId, base, quick ? 20 : 300)
    return 0
  }
  const paints = () => bookingPaints(dealershipId, base)
  if (process.argv.includes('--paint')) {
    await paints()
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'babu-bench-'))
  let child: ChildProcess | undefined
  try {
    const all = await targets(dealershipId, quick)
    const routes: Record<string, BareRoute> = {}
    for (const target of all) {
      const route = await written(target)
      const { path, headers, method } = target
      const answer =
        method === 'POST' ? null : await fetch(base + path, { headers: headers?.(), redirect: 'manual' })
      if (answer && answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      const body = (await answer?.text()) ?? '{}'
      routes[target.name] = {
        ...route,
        body,
        type: answer?.headers.get('content-type') ?? 'application/json',
      }
    }
    const file = join(folder, 'routes.json')
    writeFileSync(file, JSON.stringify(routes))
    const started = await startBare(file)
    child = started.child
    const rows: Row[] = []
    for (const target of all) {
      const statements = median((routes[target.name]?.scripts ?? []).map(({ length }) => length))
      const row = await compare(target, base, started.url, statements)
      rows.push(row)
      console.log(
        `  ${row.name}: ${row.ours.perSecond.toFixed(0)}/s of ${row.bare.perSecond.toFixed(0)}/s, ${row.ours.failures} failures`,
      )
    }
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, Node ${process.version}`
    const text = report({
      rows,
      bundles: bundleSizes(),
      palette: await paletteTimes(dealershipId),
      live: await liveTimes(dealershipId, base, quick ? 3 : 15),
      screens: await screenTimes(dealershipId, base, quick ? 10 : 300),
      paints: await paints(),
      machine,
      at: new Date(),
      rounds: ROUNDS,
      seconds: SECONDS,
    })
    console.log(`\n${text}`)
    if (write) writeFileSync(join('docs', 'bench.md'), text)
    return rows.some(({ ours, bare }) => ours.failures > ours.answers * 0.05 || bare.failures > 0) ? 1 : 0
  } finally {
    child?.removeAllListeners('exit')
    child?.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
