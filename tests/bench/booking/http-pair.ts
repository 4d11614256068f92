import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEARCH } from '@/lib/appointments/server/open-slots'
import { USUAL_LEAD_DAYS } from '@/lib/appointments/server/late-parts'
import { measure, type Measured } from '../load'
import type { House } from './house'
import { keysOf } from './race'
import { build, serve } from './server'

const DAYS = 30
/** Those that the search reads past the days asked for. */
const MORE = 5

/**
 * Goal 7: the slots of 30 days by the API, with key, limit, validation and tenant, against a bare Next route that sends the same
 * statement over pg and answers the same bytes. The two take turns; answers the median of the ratios of each pair.
 */
export async function httpPair(
  url: string,
  house: House,
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  const path = `${url}/api/v1/slots?days=${DAYS}&packageIds=${house.packageId}`
  const keys = await keysOf(house, 600)
  let turn = 0
  const headers = () => ({ authorization: `Bearer ${keys[turn++ % keys.length]}` })
  const said = await fetch(path, { headers: headers() })
  if (!said.ok) throw new Error(`the slots answer ${said.status}: ${await said.text()}`)
  const answer = await said.text()
  const values = [
    house.dealershipId,
    house.now,
    null,
    DAYS + MORE,
    [house.packageId],
    [],
    null,
    [],
    USUAL_LEAD_DAYS,
  ]
  const folder = mkdtempSync(join(tmpdir(), 'babu-bare-'))
  const file = join(folder, 'bare.json')
  writeFileSync(file, JSON.stringify({ text: SEARCH, values, answer }))
  const app = join(import.meta.dirname, 'bare-next')
  await build(app)
  const bare = await serve(app, { BARE_FILE: file, BARE_POOL: '10' })
  try {
    const pairs: { ours: Measured; bare: Measured }[] = []
    await measure({ url: path, headers, seconds: 2 })
    await measure({ url: `${bare.url}/slots`, seconds: 2 })
    for (let round = 0; round < rounds; round++)
      pairs.push({
        ours: await measure({ url: path, headers, seconds }),
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
