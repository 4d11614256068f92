// How long a paper takes to be set: `npm run bench:pdf`. A hundred documents of three sizes, p50 and p95 in milliseconds.
import { orderPaper } from '@/lib/documents/order-paper'
import { typeset } from '@/lib/documents/server/typeset'
import { LONG_NAME, orderFacts, SETTING } from '../support/papers'

const RUNS = 100
const SIZES: [string, number][] = [
  ['4 lines', 4],
  ['20 lines', 20],
  ['60 lines, long name', 60],
]

async function measure(lines: number, locale: 'en' | 'zh-CN') {
  const facts = orderFacts(lines, { name: lines === 60 ? LONG_NAME : '张伟' })
  const times: number[] = []
  let bytes = 0
  for (let i = 0; i < RUNS; i++) {
    const begun = performance.now()
    bytes = (await typeset(orderPaper('order', facts, { ...SETTING, locale }), new Date(i))).byteLength
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.ceil(share * RUNS) - 1] ?? 0)
  return { p50: at(0.5), p95: at(0.95), kilobytes: Math.round(bytes / 1000) }
}

const begun = performance.now()
await typeset(orderPaper('order', orderFacts(1), SETTING), new Date(0))
console.log(`first paper of a process, with its fonts: ${Math.round(performance.now() - begun)} ms`)
for (const [name, lines] of SIZES)
  for (const locale of ['zh-CN', 'en'] as const) {
    const { p50, p95, kilobytes } = await measure(lines, locale)
    console.log(`${name}, ${locale}: p50 ${p50} ms, p95 ${p95} ms, ${kilobytes} kB`)
  }
