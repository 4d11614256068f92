import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { dayOf, dayInterval } from '@/lib/core/time'
import { phoneFor } from '@/lib/customers/mask'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'

const ArrivalsOf = z.object({ day: f.optional(f.day) })

/** The bookings of a day (today unless given) in the order of their times, moved ones left out. */
export const arrivalsOf = query('appointment.list', ArrivalsOf, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const settings = await settingsOf(tx)
  const day = input.day ?? dayOf(now, timeZone)
  const { start, end } = dayInterval(day, timeZone)
  const rows = await tx.appointment.findMany({
    where: { dealershipId, startsAt: { gte: start, lt: end }, status: { not: 'rescheduled' } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
    select: {
      id: true,
      no: true,
      status: true,
      kind: true,
      channel: true,
      startsAt: true,
      receptionEndsAt: true,
      promisedAt: true,
      labourMinutes: true,
      labourFen: true,
      partsFen: true,
      waiting: true,
      pickUp: true,
      difficult: true,
      quickLane: true,
      comebackOfId: true,
      overrideReason: true,
      reason: true,
      customer: { select: { id: true, name: true, formOfAddress: true, phone: true, tier: true } },
      vehicle: { select: { id: true, plate: true, plateKind: true, brand: true, model: true } },
      adviser: { select: { id: true, name: true, nameEn: true } },
      visit: { select: { id: true } },
      appointmentItems: {
        orderBy: { position: 'asc' },
        select: {
          description: true,
          packageId: true,
          package: { select: { name: true, nameEn: true } },
          operation: { select: { name: true, nameEn: true } },
        },
      },
      preparationTasks: { where: { kind: { not: 'reception' } }, select: { kind: true, doneAt: true } },
      appointmentConfirmations: { orderBy: { at: 'desc' }, select: { stage: true, result: true, at: true } },
    },
  })
  const grace = settings['booking.noShowGraceMinutes'] * 60_000
  const arrivals = rows.map(({ visit, ...row }) => ({
    ...row,
    customer: { ...row.customer, phone: phoneFor(actor, row.customer.phone) },
    visitId: visit?.id ?? null,
    /** Past the agreed time and not here, but not yet a no-show. */
    late: ['requested', 'confirmed', 'waitingParts', 'ready'].includes(row.status) && row.startsAt < now,
    mayBeMissed: row.startsAt.getTime() + grace <= now.getTime(),
  }))
  return { day, timeZone, arrivals }
})
