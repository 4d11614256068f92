import { aHouse } from './bench/booking/house'
import { keysOf } from './bench/booking/race'
import { writeFileSync } from 'node:fs'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { database } from '@/lib/server/db'
import { serve } from '@/app/api/v1/_kit/serve'
import inspector from 'node:inspector'
async function main() {
  const h = await aHouse('t1')
  writeFileSync('/tmp/team/house.json', JSON.stringify({ ...h, staff: [...h.staff] }))
  const keys = await keysOf(h, 20)
  const actor = { kind: 'visitor', id: null, dealershipId: h.dealershipId, name: 'bench', locale: 'zh-CN' } as const
  const run = async (name: string, n: number, f: (i: number) => Promise<unknown>) => {
    const t = performance.now(); const c = process.cpuUsage()
    for (let i = 0; i < n; i++) await f(i)
    const d = process.cpuUsage(c)
    console.log(name, ((performance.now() - t) / n).toFixed(3), 'ms', 'cpu', ((d.user + d.system) / 1000 / n).toFixed(3))
  }
  const slots = () => openSlots({ db: database(), actor, now: new Date() }, { packageIds: [h.packageId], days: 30 })
  await run('warm', 100, slots)
  await run('openSlots', 200, slots)
  const api = async (i: number) => { const r = await serve(new Request(`http://x/api/v1/slots?days=30&packageIds=${h.packageId}`, { headers: { authorization: `Bearer ${keys[i % 20]}` } }), ['slots']); if (r.status !== 200) throw new Error(await r.text()) }
  await run('api warm', 100, api)
  await run('api', 200, api)
  if (process.argv[2]) {
    const s = new inspector.Session(); s.connect()
    const post = (m: string) => new Promise<any>((ok, no) => s.post(m as any, (e: any, r: any) => e ? no(e) : ok(r)))
    await post('Profiler.enable'); await post('Profiler.start')
    await run('profiled', 300, process.argv[2] === 'api' ? api : slots)
    const { profile } = await post('Profiler.stop')
    const self = new Map<string, number>()
    const dt = profile.timeDeltas
    const byId = new Map(profile.nodes.map((n: any) => [n.id, n]))
    profile.samples.forEach((id: number, i: number) => { const n: any = byId.get(id); const k = `${n.callFrame.functionName}@${n.callFrame.url.split('/').slice(-3).join('/')}:${n.callFrame.lineNumber}`; self.set(k, (self.get(k) ?? 0) + dt[i]) })
    const all = [...self].sort((a, b) => b[1] - a[1]).slice(0, 28)
    for (const [k, v] of all) console.log((v / 300 / 1000).toFixed(3), k)
  }
  process.exit(0)
}
main()
