import { setTimeout as wait } from 'node:timers/promises'
import { asTenant, database } from '@/lib/server/db'
import { signedIn } from './signed-in'

export type ScreenTime = { screen: string; p50: number; p95: number; answers: number }

const ADVISERS = 20
/** From one page to the next: two to six seconds, which is faster than anybody reads. */
const pause = () => 2_000 + Math.random() * 4_000

/** The screens of an adviser's day on the demo, by the name they are reported under. */
const screensOf = (dealershipId: string) =>
  asTenant(database(), dealershipId, async (tx) => {
    const orders = await tx.repairOrder.findMany({
      where: { dealershipId, status: { not: 'cancelled' } },
      orderBy: { createdAt: 'desc' },
      take: 12,
      select: { id: true, visitId: true, customerId: true, vehicleId: true },
    })
    const appointments = await tx.appointment.findMany({
      where: { dealershipId },
      orderBy: { startsAt: 'desc' },
      take: 12,
      select: { id: true },
    })
    const each = (path: (row: (typeof orders)[number]) => string) => orders.map(path)
    return {
      today: ['/today'],
      appointments: ['/appointments'],
      'booking board': ['/appointments/board'],
      'booking by telephone': ['/appointments/new'],
      'one booking': appointments.map(({ id }) => `/appointments/${id}`),
      reception: ['/reception'],
      'walk-around': each(({ visitId }) => `/reception/${visitId}`),
      orders: ['/orders'],
      'repair order': each(({ id }) => `/orders/${id}`),
      lounge: ['/lounge'],
      'workshop board': ['/workshop'],
      delivery: ['/delivery'],
      'one delivery': each(({ id }) => `/delivery/${id}`),
      customers: ['/customers'],
      'one customer': each(({ customerId }) => `/customers/${customerId}`),
      'one car': each(({ vehicleId }) => `/customers/vehicles/${vehicleId}`),
      'follow-up': ['/follow-up'],
    }
  })

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/**
 * Twenty advisers at work on the demo for so many seconds: each goes through the screens of her day in an order of her own, reads
 * for some seconds, and keeps her live stream open. Milliseconds from the request to the last byte of the page, each screen by
 * itself.
 */
export async function screenTimes(
  dealershipId: string,
  base: string,
  seconds: number,
): Promise<ScreenTime[]> {
  const screens = Object.entries(await screensOf(dealershipId))
  const took = new Map(screens.map(([screen]) => [screen, [] as number[]]))
  const any = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T
  const open = async (headers: Record<string, string>, path: string) => {
    const begun = performance.now()
    const answer = await fetch(base + path, { headers, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
    return performance.now() - begun
  }
  const adviser = await signedIn(dealershipId, 'serviceAdviser')
  // The first call of a page loads its code, in each process of the web server.
  for (const [, paths] of screens)
    await Promise.all(Array.from({ length: 8 }, () => open(adviser.headers(), any(paths))))
  const until = performance.now() + seconds * 1000
  const streams = new AbortController()
  await Promise.all(
    Array.from({ length: ADVISERS }, async () => {
      const { headers } = await signedIn(dealershipId, 'serviceAdviser')
      const live = await fetch(`${base}/api/stream?since=${Date.now()}`, {
        headers: headers(),
        signal: streams.signal,
      })
      if (live.status !== 200) throw new Error(`the stream answers ${live.status}`)
      await wait(Math.random() * 4_000)
      while (performance.now() < until) {
        const [screen, paths] = any(screens)
        took.get(screen)?.push(await open(headers(), any(paths)))
        await wait(pause())
      }
    }),
  ).finally(() => streams.abort())
  return [...took].map(([screen, times]) => {
    const sorted = times.sort((a, b) => a - b)
    const found = { screen, p50: at(sorted, 0.5), p95: at(sorted, 0.95), answers: sorted.length }
    console.log(
      `  ${screen}: p50 ${found.p50.toFixed(0)} ms, p95 ${found.p95.toFixed(0)} ms, ${found.answers} times`,
    )
    return found
  })
}
