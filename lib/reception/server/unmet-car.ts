import 'server-only'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter, secondsAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { asTenant, type Tx } from '@/lib/server/db'
import { command, query, type Context } from '@/lib/server/doors'
import type { UnmetCarLine } from '../floor'
import { greetingSeconds, isGreetedLate } from '../greeting'
import { AnswerUnmet, JudgeUnmet, ofUnmet } from '../ready-schemas'

/**
 * S2-05: a car that nobody met within the limit becomes an incident against the person on duty: the adviser chosen to receive it,
 * else the greeter at work. Struck by the clock when the limit is over; a car that was met in time, or is noted already, stays as it is.
 */
export const noteUnmet = command('visit.unmet', ofUnmet, async ({ tx, actor, now }, { visitId }) => {
  const { dealershipId } = actor
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      arrivedAt: true,
      greetedAt: true,
      adviserId: true,
      status: true,
      unmetCar: { select: { id: true } },
    },
  })
  if (!visit) throw new Refusal('common.not-found')
  const limitSeconds = (await settingsOf(tx))['reception.greetSeconds']
  const late = isGreetedLate(greetingSeconds(visit.arrivedAt, visit.greetedAt, now), limitSeconds)
  const noted = late && !visit.unmetCar && visit.status !== 'leftWithoutOrder'
  const staffId = visit.adviserId ?? (await greeterAtWork(tx, dealershipId, visit.arrivedAt))
  if (noted)
    await tx.unmetCar.create({
      data: { dealershipId, visitId, staffId, limitSeconds, at: secondsAfter(visit.arrivedAt, limitSeconds) },
      select: { id: true },
    })
  return {
    result: { noted },
    subject: { type: 'visit', id: visitId },
    visitId,
    facts: { noted, limit: limitSeconds, ...(noted ? { staffId } : {}) },
  }
})

/** The clock's look at a car whose limit is over: nothing is written for one that was met in time or came on an earlier day. */
export async function lookAtUnmet(context: Context, visitId: string): Promise<void> {
  const { dealershipId } = context.actor
  const late = await asTenant(context.db, dealershipId, async (tx) => {
    const limit = (await settingsOf(tx))['reception.greetSeconds']
    const visit = await tx.visit.findFirst({
      where: { dealershipId, id: visitId, arrivedAt: { gt: hoursAfter(context.now, -24) }, unmetCar: null },
      select: { arrivedAt: true, greetedAt: true },
    })
    return visit && isGreetedLate(greetingSeconds(visit.arrivedAt, visit.greetedAt, context.now), limit)
  })
  if (late) await noteUnmet(context, { visitId })
}

async function greeterAtWork(tx: Tx, dealershipId: string, at: Date): Promise<string | null> {
  const shift = await tx.shift.findFirst({
    where: {
      dealershipId,
      kind: { in: ['work', 'overtime'] },
      startsAt: { lte: at },
      endsAt: { gt: at },
      staff: { disabledAt: null, roles: { has: 'greeter' } },
    },
    orderBy: [{ startsAt: 'asc' }, { staffId: 'asc' }],
    select: { staffId: true },
  })
  return shift?.staffId ?? null
}

/** The person's own words to it, once. Refuses with `common.not-found`, also for somebody else's, and `unmet.answered`. */
export const answerUnmet = command(
  'unmet.answer',
  AnswerUnmet,
  async ({ tx, actor, now }, { unmetId, answer }) => {
    const { dealershipId } = actor
    const car = await tx.unmetCar.findFirst({
      where: { dealershipId, id: unmetId, staffId: actor.id },
      select: { visitId: true, answeredAt: true, judgedAt: true },
    })
    if (!car) throw new Refusal('common.not-found')
    if (car.answeredAt || car.judgedAt) throw new Refusal('unmet.answered')
    await tx.unmetCar.update({
      where: { dealershipId_id: { dealershipId, id: unmetId } },
      data: { answer, answeredAt: now },
      select: { id: true },
    })
    const { visitId } = car
    return { result: { id: unmetId }, subject: { type: 'visit', id: visitId }, visitId, facts: {} }
  },
)

/** The service manager upholds or excuses it. Refuses with `common.not-found` or `unmet.judged`. */
export const judgeUnmet = command(
  'unmet.judge',
  JudgeUnmet,
  async ({ tx, actor, now }, { unmetId, judgement }) => {
    const { dealershipId } = actor
    const car = await tx.unmetCar.findUnique({
      where: { dealershipId_id: { dealershipId, id: unmetId } },
      select: { visitId: true, judgedAt: true },
    })
    if (!car) throw new Refusal('common.not-found')
    if (car.judgedAt) throw new Refusal('unmet.judged')
    await tx.unmetCar.update({
      where: { dealershipId_id: { dealershipId, id: unmetId } },
      data: { judgement, judgedAt: now, judgedById: actor.id },
      select: { id: true },
    })
    const { visitId } = car
    return { result: { id: unmetId }, subject: { type: 'visit', id: visitId }, visitId, facts: { judgement } }
  },
)

/** Cars nobody met in time, newest first: all of them for who judges, else one's own. */
export const unmetCars = query('unmet.list', z.object({}), async ({ tx, actor }): Promise<UnmetCarLine[]> => {
  const cars = await tx.unmetCar.findMany({
    where: may(actor, 'unmet.judge') ? {} : { staffId: actor.id },
    orderBy: { at: 'desc' },
    take: 50,
    select: {
      id: true,
      visitId: true,
      staffId: true,
      limitSeconds: true,
      answer: true,
      judgement: true,
      staff: { select: { name: true, nameEn: true } },
      visit: { select: { arrivedAt: true, greetedAt: true, vehicle: { select: { plate: true } } } },
    },
  })
  return cars.map(({ visit, staffId, ...car }) => ({
    ...car,
    mine: staffId === actor.id,
    plate: visit.vehicle.plate,
    arrivedAt: visit.arrivedAt,
    seconds: visit.greetedAt ? greetingSeconds(visit.arrivedAt, visit.greetedAt, visit.greetedAt) : null,
  }))
})
