import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { dayInterval, toDateColumn } from '@/lib/core/time'
import { availableMinutes } from '@/lib/dealership/capacity'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { reserveOf } from '../reserve'

/**
 * The capacity of a day with every term of its formula (S1-52, S1-53), and the use of the reserve (S1-55) by the plan of that day:
 * carry-over, walk-ins (urgent cars among them), additional work, quick lane.
 */
export const reserveOfDay = query(
  'capacity.report',
  z.object({ day: f.day }),
  async ({ tx, actor: { dealershipId } }, { day }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const settings = await settingsOf(tx)
    const { start, end } = dayInterval(day, timeZone)
    const at = toDateColumn(day)
    const key = { dealershipId, day: at }
    const header = await tx.bookingDay.findUnique({ where: { dealershipId_day: key } })
    const work = await tx.capacityDay.findUnique({
      where: { dealershipId_day_resource: { ...key, resource: 'work' } },
    })
    const people = await tx.shift.findMany({
      where: {
        ...key,
        kind: { in: ['work', 'overtime'] },
        staff: { roles: { has: 'technician' }, grade: { not: null }, certifiedUntil: { gte: at } },
      },
      distinct: ['staffId'],
      select: { staffId: true },
    })
    const entries = await tx.planEntry.findMany({
      where: { dealershipId, status: { not: 'cancelled' }, startsAt: { lt: end }, endsAt: { gt: start } },
      select: {
        startsAt: true,
        endsAt: true,
        bay: { select: { kind: true } },
        job: {
          select: {
            additionalWorkId: true,
            order: { select: { visit: { select: { arrivedAt: true, appointmentId: true } } } },
          },
        },
      },
    })
    const planned = entries.map(({ startsAt, endsAt, bay, job }) => ({
      minutes: Math.round((Math.min(+endsAt, +end) - Math.max(+startsAt, +start)) / 60_000),
      additional: job.additionalWorkId !== null,
      earlier: job.order.visit.arrivedAt < start,
      quickLane: bay.kind === 'quick',
      booked: job.order.visit.appointmentId !== null,
    }))
    const attendanceMinutes = header?.attendanceMinutes ?? 0
    const productivityBp = settings['capacity.productivityBp']
    const available = availableMinutes(attendanceMinutes, productivityBp)
    const bookable = work?.bookableMinutes ?? 0
    return {
      technicians: people.length,
      attendanceMinutes,
      productivityBp,
      availableMinutes: available,
      bookableMinutes: bookable,
      ...reserveOf({ availableMinutes: available, bookableMinutes: bookable }, planned),
    }
  },
)
