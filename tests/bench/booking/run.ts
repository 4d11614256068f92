import { aHouse } from './house'
import { race, rush } from './race'
import { slotsSql } from './slots-sql'

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
  if (wanted('rush')) {
    const found = await rush(url, { asking: quick ? 400 : 2000, places: quick ? 40 : 200, width: 64 })
    if (found.first) console.log(`  an answer that was neither: ${found.first.slice(0, 300)}`)
    goal(
      `${found.booked} places taken, ${found.told} told so, ${found.refused} refused`,
      found.booked === found.told && found.booked === (quick ? 40 : 200),
    )
    goal(
      `p50 ${found.p50.toFixed(0)} ms, p95 ${found.p95.toFixed(0)} ms at 64 at a time, ${found.perSecond.toFixed(0)}/s (p95 at most 500 ms)`,
      found.p95 <= 500,
    )
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
  return good ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
