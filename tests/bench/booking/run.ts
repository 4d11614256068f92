import { levelling } from '../../support/levelling'
import { aHouse } from './house'
import { httpPair } from './http-pair'
import { race, rush } from './race'
import { serve } from './server'
import { slotsSql } from './slots-sql'
import { versusCalcom } from './vs-calcom'

const given = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run npm run bench:booking`)
  return value
}
const quick = process.argv.includes('--quick')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7)
const wanted = (name: string) => !only || only === name

const verdict = (good: boolean) => (good ? 'met' : 'NOT MET')

async function main() {
  const [url, second] = [given('E2E_URL'), given('E2E_SECOND_URL')]
  let good = true
  const goal = (words: string, met: boolean) => {
    console.log(`  ${words}: ${verdict(met)}`)
    good &&= met
  }
  if (wanted('sql')) {
    const many = quick ? 100 : 1000
    const { one, many: grown, ratio } = await slotsSql(await aHouse(`sql-${Date.now()}`), many)
    goal(
      `search of 30 days in the database: ${one.toFixed(3)} ms with 1 dealership (at most 0.5)`,
      one <= 0.5,
    )
    goal(
      `the same with ${many} dealerships: ${grown.toFixed(3)} ms, ${ratio.toFixed(2)} × (at most 1.2)`,
      ratio <= 1.2,
    )
  }
  if (wanted('rush'))
    for (const width of [16, 64]) {
      const found = await rush([url, second], { asking: quick ? 400 : 2000, places: quick ? 40 : 200, width })
      if (found.first) console.log(`  an answer that was neither: ${found.first.slice(0, 300)}`)
      goal(
        `${width} at a time: ${found.booked} places taken, ${found.told} told so, ${found.refused} refused`,
        found.booked === found.told && found.booked === (quick ? 40 : 200),
      )
      const words = `p50 ${found.p50.toFixed(0)} ms, p95 ${found.p95.toFixed(0)} ms, ${found.perSecond.toFixed(0)}/s`
      if (width === 16) goal(`${words} (p95 at most 500 ms)`, found.p95 <= 500)
      else console.log(`  ${words}`)
    }
  if (wanted('race')) {
    const rounds = quick ? 50 : 1000
    const found = await race([url, second], { rounds, width: 64 })
    console.log(`  ${JSON.stringify(found)}`)
    goal(
      `${rounds} rounds × 64 for the last place at two servers: ${found.won} with one winner, ${found.doubled} with two, ${found.none} with none, slowest answer ${found.slowest.toFixed(0)} ms`,
      found.won === rounds && Object.keys(found.others).length === 0,
    )
  }
  if (wanted('kill')) {
    const rounds = quick ? 10 : 100
    const victim = await serve()
    const upset = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
      await victim.kill()
      await victim.revive()
    }
    const found = await race([victim.url, second], { rounds, width: 64, upset })
    await victim.kill()
    const { 0: cut = 0, ...others } = found.others
    goal(
      `${rounds} rounds × 64, one of two servers killed (-9) in each: ${found.won} with one winner, ${found.doubled} with two, ${found.none} with none, ${cut} callers cut off`,
      found.won === rounds && Object.keys(others).length === 0,
    )
  }
  if (wanted('pair')) {
    const pairs = await httpPair(url, await aHouse(`pair-${Date.now()}`), {
      rounds: quick ? 2 : 5,
      seconds: quick ? 2 : 6,
    })
    for (const [asked, found] of Object.entries(pairs))
      goal(
        `slots of 30 days by the API, ${asked} questions: ${found.perSecond.toFixed(0)}/s, ${found.throughput.toFixed(2)} × a bare Next route with the same SQL (${found.barePerSecond.toFixed(0)}/s; at least 0.85), p50 ${found.p50.toFixed(2)} × (at most 1.3), ${found.failures} failures`,
        found.throughput >= 0.85 && found.p50 <= 1.3 && found.failures === 0,
      )
  }
  if (wanted('calcom')) {
    const { theirMs, ourMs, times } = await versusCalcom(await aHouse(`cal-${Date.now()}`))
    goal(
      `free times of 16 technicians in 30 days: ${ourMs.toFixed(2)} ms with the database, cal.com's slot function ${theirMs.toFixed(0)} ms without one, ${times.toFixed(0)} × (at least 100)`,
      times >= 100,
    )
  }
  if (wanted('levelling'))
    for (const perDay of [3, 6, 12, 20, 30]) {
      const { wishes, first, ranked } = levelling(perDay)
      const ratio = ranked.deviation / first.deviation
      const words = `${perDay} wishes a day: deviation of the hourly load ${(ranked.deviation * 100).toFixed(1)} % of the people by rank, ${(first.deviation * 100).toFixed(1)} % first come first served, ${ratio.toFixed(2)} ×; ${ranked.accepted} and ${first.accepted} of ${wishes} taken in`
      if (perDay === 12)
        goal(`${words} (the demo's busy day; at most 0.5)`, ratio <= 0.5 && ranked.accepted >= first.accepted)
      else console.log(`  ${words}`)
    }
  return good ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
