import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { menu } from '@/lib/catalogue/server/menu'
import { dealerships } from '@/lib/dealership/server/dealerships'
import { database } from '@/lib/server/db'
import { question, type Context } from '@/lib/server/doors'
import { limit } from '@/lib/server/rate-limit'
import { OtherWays } from '../schemas'
import { openSlots, type SlotDay } from './open-slots'

/** Sister dealerships that are asked, and free times each of them names. */
const MOST_HOUSES = 6
const MOST_TIMES = 3
const DAYS = 14

type Time = { startsAt: string; readyFrom: string | null; readyAt: string | null; discountBp: number }
export type SisterTimes = {
  code: string
  name: string
  nameEn: string
  phone: string
  address: string
  addressEn: string
  timeZone: string
  /** The wanted packages as they are called there. */
  packageIds: string[]
  times: Time[]
}
export type OtherWaysAnswer = {
  sisters: SisterTimes[]
  /** The light part of the wish alone, by the quick lane; null when there is none or it has no time. */
  quick: { packageIds: string[]; slot: Time } | null
}

/**
 * What else there is when a day is full (S1-57, S1-58): the next free times from that day on at the dealerships of the same group
 * and brand, and the next time at which the light part of the wish could go by the quick lane alone (S1-59). Sisters are asked as any
 * visitor may ask them, so nothing but public facts crosses from one dealership to another; one that lacks a package is left out.
 */
export const otherWays = question(
  'slot.list',
  OtherWays,
  async ({ actor, now }, input): Promise<OtherWaysAnswer> => {
    const visitorAt = (dealershipId: string): Context => ({
      db: database(),
      now,
      actor: { kind: 'visitor', id: null, dealershipId, name: '', locale: actor.locale } satisfies Actor,
    })
    const here = visitorAt(actor.dealershipId)
    const [houses, ownMenu] = await Promise.all([dealerships(here, {}), menu(here, {})])
    const own = houses.find(({ id }) => id === actor.dealershipId)
    const wanted = input.packageIds.map((id) => ownMenu.find((one) => one.id === id))
    const { from, waiting, wishes } = input
    const sisters: SisterTimes[] = []
    for (const house of houses) {
      if (sisters.length === MOST_HOUSES) break
      if (house.id === own?.id || house.groupId !== own?.groupId || house.brand !== own.brand) continue
      const there = visitorAt(house.id)
      const offered = wanted.length ? await menu(there, {}) : []
      const packageIds = wanted.flatMap((one) => offered.find(({ code }) => code === one?.code)?.id ?? [])
      if (packageIds.length < input.packageIds.length) continue
      const { days } = await openSlots(there, { packageIds, wishes, waiting, from, days: DAYS })
      const times = firstTimes(days)
      const { code, name, nameEn, phone, address, addressEn, timeZone } = house
      if (times.length)
        sisters.push({ code, name, nameEn, phone, address, addressEn, timeZone, packageIds, times })
    }
    sisters.sort((a, b) => ((a.times[0]?.startsAt ?? '') < (b.times[0]?.startsAt ?? '') ? -1 : 1))
    const light = wanted.flatMap((one) => (one?.quickLane ? [one.id] : []))
    const isPart = light.length > 0 && light.length < input.packageIds.length + wishes
    return { sisters, quick: isPart ? await quickTime(here, light, waiting) : null }
  },
)

/** The first free time of each day, of the first few days that have one. */
const firstTimes = (days: readonly SlotDay[]): Time[] =>
  days.flatMap(({ slots }) => slots.slice(0, 1).map(timeOf)).slice(0, MOST_TIMES)

const timeOf = ({ startsAt, readyFrom, readyAt, discountBp }: Time): Time => ({
  startsAt,
  readyFrom,
  readyAt,
  discountBp,
})

async function quickTime(here: Context, packageIds: string[], waiting?: string) {
  const { days } = await openSlots(here, { packageIds, waiting, days: DAYS })
  const slot = days.flatMap(({ slots }) => slots).find(({ lane }) => lane === 'quick')
  return slot ? { packageIds, slot: timeOf(slot) } : null
}

/** The same as anybody may ask for it; refuses `auth.too-many-requests` past 30 times in ten minutes per address. */
export async function publicOtherWays(context: Context & { address: string }, raw: unknown) {
  if (context.address) await limit('other-ways-address', context.address, 30, 600)
  return otherWays(context, raw)
}
