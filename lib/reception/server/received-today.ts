import 'server-only'
import * as z from 'zod'
import { dayInterval, dayOf } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { greetingSeconds, isGreetedLate } from '../greeting'
import { inquirySeconds } from '../stages'

/** The cars of today whose reception is over, newest first, with how long the greeting took (S2-04) and from it the start of the inquiry (S2-14). */
export const receivedToday = query('visit.list', z.object({}), async ({ tx, actor, now }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const limit = (await settingsOf(tx))['reception.greetSeconds']
  const { start, end } = dayInterval(dayOf(now, timeZone), timeZone)
  const visits = await tx.visit.findMany({
    where: {
      dealershipId,
      arrivedAt: { gte: start, lt: end },
      status: { in: ['ordered', 'closed', 'leftWithoutOrder'] },
    },
    orderBy: { arrivedAt: 'desc' },
    take: 100,
    select: {
      id: true,
      no: true,
      status: true,
      arrivedAt: true,
      greetedAt: true,
      inspectionStartedAt: true,
      vehicle: { select: { plate: true, model: true } },
      sender: { select: { name: true, formOfAddress: true } },
      adviser: { select: { name: true, nameEn: true } },
      appointment: { select: { startsAt: true } },
    },
  })
  return visits.map(({ appointment, vehicle, sender, ...visit }) => {
    const seconds = visit.greetedAt ? greetingSeconds(visit.arrivedAt, visit.greetedAt, now) : null
    return {
      ...visit,
      ...vehicle,
      ...sender,
      bookedFor: appointment?.startsAt ?? null,
      greetingSeconds: seconds,
      inquirySeconds: inquirySeconds(visit.greetedAt, visit.inspectionStartedAt),
      greetedLate: seconds !== null && isGreetedLate(seconds, limit),
    }
  })
})
