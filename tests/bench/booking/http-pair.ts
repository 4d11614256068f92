import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, format } from 'date-fns'
import { SEARCH } from '@/lib/appointments/server/open-slots'
import { USUAL_LEAD_DAYS } from '@/lib/appointments/server/late-parts'
import { measure, type Measured } from '../load'
import type { House } from './house'
import { keysOf } from './race'
import { build, serve } from './server'

const DAYS = 30
/** Those that the search reads past the days asked for. */
const MORE = 5

/** As many as a group of a hundred dealerships gives out; each may ask six hundred times a minute. */
const KEYS = 150

/** How many questions there are when not all ask the same. */
const QUESTIONS = 16

type Asked = { path: string; values: unknown[]; answer: string }

/**
 * Goal 7: the slots of 30 days by the API, with key, limit, validation and tenant, against a bare Next route that sends the same
 * statement over pg and answers the same bytes. The two take turns; answers the median of the ratios of each pair, once with one
 * question for all (which callers share) and once with sixteen in turns, each from another day on.
 */
export async function httpPair(url: string, house: House, times: { rounds: number; seconds: number }) {
  const keys = await keysOf(house, KEYS)
  let turn = 0
  const headers = () => ({ authorization: `Bearer ${keys[turn++ % keys.length]}` })
  const asked = async (from: string | null): Promise<Asked> => {
    const path = `/api/v1/slots?days=${DAYS}&packageIds=${house.packageId}${from ? `&from=${from}` : ''}`
    const said = await fetch(url + path, { headers: headers() })
    if (!said.ok) throw new Error(`the slots answer ${said.status}: ${await said.text()}`)
    const wanted = [house.dealershipId, house.now, from, DAYS + MORE, [house.packageId], []]
    return { path, values: [...wanted, null, [], USUAL_LEAD_DAYS], answer: await said.text() }
  }
  const days = Array.from({ length: QUESTIONS }, (_, i) => format(addDays(house.now, i + 1), 'yyyy-MM-dd'))
  const different = []
  for (const day of days) different.push(await asked(day))
  return {
    same: await against(url, headers, [await asked(null)], times),
    different: await against(url, headers, different, times),
  }
}

async function against(
  url: string,
  headers: () => Record<string, string>,
  asked: Asked[],
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  const ours = { url, paths: asked.map(({ path }) => path), headers }
  const folder = mkdtempSync(join(tmpdir(), 'babu-bare-'))
  const file = join(folder, 'bare.json')
  writeFileSync(file, JSON.stringify({ text: SEARCH, asked }))
  const app = join(import.meta.dirname, 'bare-next')
  await build(app)
  const bare = await serve(app, { BARE_FILE: file, BARE_POOL: '10' })
  try {
    const pairs: { ours: Measured; bare: Measured }[] = []
    await measure({ ...ours, seconds: 2 })
    await measure({ url: `${bare.url}/slots`, seconds: 2 })
    for (let round = 0; round < rounds; round++)
      pairs.push({
        ours: await measure({ ...ours, seconds }),
        bare: await measure({ url: `${bare.url}/slots`, seconds }),
      })
    const middle = (of: (pair: (typeof pairs)[number]) => number) =>
      pairs.map(of).sort((a, b) => a - b)[Math.floor(pairs.length / 2)] ?? 0
    return {
      perSecond: middle(({ ours }) => ours.perSecond),
      barePerSecond: middle(({ bare }) => bare.perSecond),
      throughput: middle(({ ours, bare }) => ours.perSecond / bare.perSecond),
      p50: middle(({ ours, bare }) => ours.p50 / bare.p50),
      failures: pairs.reduce((sum, { ours, bare }) => sum + ours.failures + bare.failures, 0),
    }
  } finally {
    await bare.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
