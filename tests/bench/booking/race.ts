import { SCOPES } from '@/lib/auth/scopes'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { asTenant, database } from '@/lib/server/db'
import { newToken, sha256 } from '@/lib/server/hash'
import { aBooking } from '../../support/api-steps'
import { aHouse, type House } from './house'
import { inParallel, post, share, type Answered } from './http'

/** Keys enough that the limit of requests a minute is not what is measured. */
export async function keysOf({ dealershipId }: House, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, () => `babu_${newToken()}`)
  const data = keys.map((key) => ({
    dealershipId,
    name: 'bench',
    keyHash: sha256(key),
    scopes: [...SCOPES],
    createdAt: new Date(),
  }))
  await asTenant(database(), dealershipId, (tx) => tx.apiKey.createMany({ data }))
  return keys
}

/** Every free time of the horizon, for a car that is left. */
export async function freeTimes({ dealershipId }: House): Promise<string[]> {
  const actor = { kind: 'visitor', id: null, dealershipId, name: 'bench', locale: 'zh-CN' } as const
  const { days } = await openSlots(
    { db: database(), actor, now: new Date() },
    { wishes: 1, days: 30, waiting: 'leaves' },
  )
  return days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))
}

export type Race = {
  rounds: number
  won: number
  none: number
  doubled: number
  /** Answers that were neither the win nor "taken", 0 standing for a server that was gone. */
  others: Record<string, number>
  slowest: number
  seconds: number
}

const BOOKED = ['requested', 'confirmed', 'waitingParts', 'ready', 'arrived', 'converted'] as const

/**
 * Rounds in which so many ask at once for a time at which one adviser is free, by turns at the servers. `upset` is called in
 * each round and may kill one of them.
 */
export async function race(
  urls: readonly string[],
  {
    rounds,
    width,
    upset = async () => {},
  }: { rounds: number; width: number; upset?: (round: number) => Promise<void> },
): Promise<Race> {
  const found: Race = { rounds: 0, won: 0, none: 0, doubled: 0, others: {}, slowest: 0, seconds: 0 }
  const began = performance.now()
  let house: House | undefined
  let keys: string[] = []
  let times: string[] = []
  while (found.rounds < rounds) {
    if (!times.length || !house) {
      house = await aHouse(`race-${Date.now()}`, { advisers: 1 })
      keys = await keysOf(house, 400)
      times = await freeTimes(house)
    }
    const startsAt = times.shift()
    const round = found.rounds++
    const disturbed = upset(round)
    const answers = await inParallel(Array.from({ length: width }), width, (_one) =>
      post(
        `${urls[Math.floor(Math.random() * urls.length)]}/api/v1/appointments`,
        keys[Math.floor(Math.random() * keys.length)] ?? '',
        aBooking(startsAt, { waiting: 'leaves' }),
      ),
    )
    await disturbed
    const { dealershipId } = house
    const booked = await asTenant(database(), dealershipId, (tx) =>
      tx.appointment.count({
        where: { dealershipId, startsAt: startsAt ?? '', status: { in: [...BOOKED] } },
      }),
    )
    if (booked === 1) found.won++
    else if (booked === 0) found.none++
    else found.doubled++
    note(found, answers)
  }
  found.seconds = (performance.now() - began) / 1000
  return found
}

function note(found: Race, answers: readonly Answered[]) {
  const winners = answers.filter(({ status }) => status === 201)
  if (winners.length > 1) found.others['two were told yes'] = (found.others['two were told yes'] ?? 0) + 1
  for (const { status, ms } of answers) {
    if (status !== 201 && status !== 409) found.others[status] = (found.others[status] ?? 0) + 1
    if (status !== 0) found.slowest = Math.max(found.slowest, ms)
  }
}

/** 2,000 people ask for 200 places, so many at a time, at the processes of a web server. */
export async function rush(
  urls: readonly string[],
  { asking, places, width }: { asking: number; places: number; width: number },
) {
  const house = await aHouse(`rush-${Date.now()}`, { technicians: 60, inspectors: 4, washBays: 6 })
  const keys = await keysOf(house, 100)
  const times = (await freeTimes(house)).slice(0, places / 4)
  const wanted = Array.from({ length: asking }, (_, i) => times[i % times.length])
  const began = performance.now()
  const answers = await inParallel(wanted, width, (startsAt) =>
    post(
      `${urls[Math.floor(Math.random() * urls.length)]}/api/v1/appointments`,
      keys[Math.floor(Math.random() * keys.length)] ?? '',
      aBooking(startsAt, { waiting: 'leaves' }),
    ),
  )
  const took = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const { dealershipId } = house
  const booked = await asTenant(database(), dealershipId, (tx) =>
    tx.appointment.count({ where: { dealershipId } }),
  )
  return {
    booked,
    told: answers.filter(({ status }) => status === 201).length,
    refused: answers.filter(({ status }) => status === 409).length,
    p50: share(took, 0.5),
    p95: share(took, 0.95),
    perSecond: answers.length / ((performance.now() - began) / 1000),
    first: answers.find(({ status }) => status !== 201 && status !== 409)?.body ?? '',
  }
}
