import 'server-only'
import * as z from 'zod'
import { day, id, optional, requiredText, text, time } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayInterval, dayOf, daysBetween, instant } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import { BLOCK_KINDS } from '../closure'
import { SKILLS } from '../staff-rules'
import { refreshCapacity } from './capacity-ledger'
import { thisDealership } from './this-dealership'

const LONGEST_DAYS = 92
const Times = { from: day, fromTime: time, to: day, toTime: time }
type Times = { from: string; fromTime: string; to: string; toTime: string }

/** Refuses `closure.ends-before-start`, `closure.over` when all of it lies in the past, and `closure.too-long` beyond 92 days. */
async function spanOf(tx: Tx, dealershipId: string, times: Times, now: Date) {
  const { timeZone } = await thisDealership(tx, dealershipId)
  const startsAt = instant(times.from, times.fromTime, timeZone)
  const endsAt = instant(times.to, times.toTime, timeZone)
  if (endsAt <= startsAt) throw new Refusal('closure.ends-before-start')
  if (endsAt <= now) throw new Refusal('closure.over')
  if (daysBetween(times.from, times.to) >= LONGEST_DAYS) throw new Refusal('closure.too-long')
  return { startsAt, endsAt, timeZone }
}

/**
 * A bay is out of service from one moment to another (S1-69). The ledger follows at once; what is booked or planned in it stays and
 * stands in the list, to be moved by people.
 */
export const closeBay = command(
  'closure.manage',
  z.object({ bayId: id, ...Times, reason: requiredText(80) }),
  async ({ tx, actor: { dealershipId }, now }, { bayId, reason, ...times }) => {
    const bay = await tx.bay.findUnique({ where: { dealershipId_id: { dealershipId, id: bayId } } })
    if (!bay || bay.disabledAt) throw new Refusal('common.not-found')
    const { startsAt, endsAt } = await spanOf(tx, dealershipId, times, now)
    const made = await tx.bayDowntime.create({ data: { dealershipId, bayId, startsAt, endsAt, reason } })
    await refreshCapacity(tx, { dealershipId, now, from: times.from, to: times.to })
    return {
      result: { id: made.id },
      subject: { type: 'dealership', id: dealershipId },
      facts: { bay: bay.name, from: startsAt.toISOString(), to: endsAt.toISOString(), reason },
    }
  },
)

/** Nobody, or nobody with a skill, is at work from one moment to another: training, a meeting, stock-taking (S1-69). */
export const blockHours = command(
  'closure.manage',
  z.object({
    kind: z.enum(BLOCK_KINDS, 'choose'),
    skill: optional(z.enum(SKILLS, 'choose')),
    ...Times,
    note: text(80).default(''),
  }),
  async ({ tx, actor: { dealershipId }, now }, { kind, skill = null, note, ...times }) => {
    const { startsAt, endsAt } = await spanOf(tx, dealershipId, times, now)
    const data = { dealershipId, kind, skill, startsAt, endsAt, note, createdAt: now }
    const made = await tx.blockedTime.create({ data })
    await refreshCapacity(tx, { dealershipId, now, from: times.from, to: times.to })
    return {
      result: { id: made.id },
      subject: { type: 'dealership', id: dealershipId },
      facts: { kind, skill: skill ?? 'all', from: startsAt.toISOString(), to: endsAt.toISOString() },
    }
  },
)

/** Ends a closure: one that has begun ends now, one that has not goes. Refuses `closure.over` when it has ended. */
export const endClosure = command(
  'closure.manage',
  z.object({ id }),
  async ({ tx, actor: { dealershipId }, now }, { id: closureId }) => {
    const where = { dealershipId_id: { dealershipId, id: closureId } }
    const bay = await tx.bayDowntime.findUnique({ where })
    const hours = bay ? null : await tx.blockedTime.findUnique({ where })
    const closure = bay ?? hours
    if (!closure) throw new Refusal('common.not-found')
    if (closure.endsAt <= now) throw new Refusal('closure.over')
    const begun = closure.startsAt < now
    if (bay && begun) await tx.bayDowntime.update({ where, data: { endsAt: now } })
    else if (bay) await tx.bayDowntime.delete({ where })
    else if (begun) await tx.blockedTime.update({ where, data: { endsAt: now } })
    else await tx.blockedTime.delete({ where })
    const { timeZone } = await thisDealership(tx, dealershipId)
    const [from, to] = [dayOf(closure.startsAt, timeZone), dayOf(closure.endsAt, timeZone)]
    await refreshCapacity(tx, { dealershipId, now, from, to })
    return {
      result: { id: closureId },
      subject: { type: 'dealership', id: dealershipId },
      facts: {
        what: bay ? 'bay' : 'hours',
        from: closure.startsAt.toISOString(),
        to: closure.endsAt.toISOString(),
      },
    }
  },
)

/** What is closed now and later, the next first, with the work that is still planned in a closed bay; the bays that can be closed. */
export const closureList = query(
  'closure.manage',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayInterval(dayOf(now, timeZone), timeZone).start
    const still = { dealershipId, endsAt: { gte: today } }
    const downtimes = await tx.bayDowntime.findMany({
    where: still,
    orderBy: { startsAt: 'asc' },
    select: { id: true, startsAt: true, endsAt: true, reason: true, bayId: true, bay: { select: { name: true, nameEn: true } } },
  }) // prettier-ignore
    const planned = await tx.planEntry.findMany({
      where: {
        dealershipId,
        bayId: { in: downtimes.map(({ bayId }) => bayId) },
        status: { in: ['planned', 'active'] },
        endsAt: { gt: now },
      },
      select: { bayId: true, startsAt: true, endsAt: true },
    })
    const hours = await tx.blockedTime.findMany({
      where: still,
      orderBy: { startsAt: 'asc' },
      select: { id: true, kind: true, skill: true, startsAt: true, endsAt: true, note: true },
    })
    const bays = await tx.bay.findMany({
      where: { dealershipId, disabledAt: null },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, nameEn: true },
    })
    return {
      timeZone,
      today: dayOf(now, timeZone),
      bays,
      hours: hours.map((one) => ({ ...one, over: one.endsAt <= now })),
      downtimes: downtimes.map(({ bay, ...one }) => ({
        ...one,
        ...bay,
        over: one.endsAt <= now,
        planned: planned.filter(
          ({ bayId, startsAt, endsAt }) =>
            bayId === one.bayId && startsAt < one.endsAt && endsAt > one.startsAt,
        ).length,
      })),
    }
  },
)
