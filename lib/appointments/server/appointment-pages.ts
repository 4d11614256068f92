import 'server-only'
import * as z from 'zod'
import { day, id, optional } from '@/lib/core/fields'
import { dayInterval } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'

/** Bookings in the order of their ids, one row more than asked; of one day of the dealership when given. */
export const appointmentPages = query(
  'appointment.read',
  z.object({
    cursor: optional(id),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    day: optional(day),
  }),
  async ({ tx, actor }, { cursor, limit, day: on }) => {
    const { timeZone } = await thisDealership(tx, actor.dealershipId)
    const within = on ? dayInterval(on, timeZone) : null
    return tx.appointment.findMany({
      where: {
        ...(cursor ? { id: { gt: cursor } } : {}),
        ...(within ? { startsAt: { gte: within.start, lt: within.end } } : {}),
        ...(actor.kind === 'customer' ? { id: actor.appointmentId ?? '' } : {}),
      },
      select: {
        id: true, no: true, status: true, channel: true, startsAt: true, promisedFrom: true, promisedAt: true, labourMinutes: true, labourFen: true,
        partsFen: true, discountBp: true, waiting: true, pickUp: true, pickUpAddress: true, loaner: true, vehicle: { select: { id: true, plate: true } }, adviser: { select: { id: true, name: true } },
      }, // prettier-ignore
      orderBy: { id: 'asc' },
      take: limit + 1,
    })
  },
)
