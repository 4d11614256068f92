import 'server-only'
import * as z from 'zod'
import { day, flag, optional, text, time } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { openDayOf } from '../open-day'
import { refreshCapacity } from './capacity-ledger'
import { houseHours } from './open-days'

const inOrder = (opensAt: string, closesAt: string) => {
  if (closesAt <= opensAt) throw new Refusal('openingHours.closes-before-opening')
}

/** Opening hours of one weekday (1 = Monday), or closed. Refuses with `openingHours.closes-before-opening`. */
export const changeOpeningHours = command(
  'openingHours.change',
  z.object({
    weekday: z.coerce.number().int().min(1).max(7),
    isOpen: optional(flag),
    opensAt: optional(time),
    closesAt: optional(time),
  }),
  async (
    { tx, actor: { dealershipId }, now },
    { weekday, isOpen = false, opensAt = '08:00', closesAt = '18:00' },
  ) => {
    const where = { dealershipId_weekday: { dealershipId, weekday } }
    if (isOpen) {
      inOrder(opensAt, closesAt)
      const data = { opensAt, closesAt }
      await tx.openingHours.upsert({ where, create: { dealershipId, weekday, ...data }, update: data })
    } else await tx.openingHours.deleteMany({ where: { dealershipId, weekday } })
    await refreshCapacity(tx, { dealershipId, now })
    return {
      result: { weekday },
      subject: { type: 'dealership', id: dealershipId },
      facts: { weekday, hours: isOpen ? `${opensAt}-${closesAt}` : '' },
    }
  },
)

/**
 * One day decided by the manager, whatever its weekday or the public calendar says: closed, or other hours. Refuses with `openingHours.closes-before-opening`, and with
 * `openingHours.hours-wanted` when neither the day nor its weekday has them.
 */
export const changeCalendarDay = command(
  'calendar.change',
  z.object({
    day,
    reason: text(60).default(''),
    isOpen: optional(flag),
    opensAt: optional(time),
    closesAt: optional(time),
    remove: optional(flag),
  }),
  async ({ tx, actor: { dealershipId }, now }, { day, reason, isOpen = false, remove, ...hours }) => {
    const column = toDateColumn(day)
    if (remove) await tx.calendarDay.deleteMany({ where: { dealershipId, day: column } })
    else {
      const { opensAt = null, closesAt = null } = isOpen ? hours : {}
      if (isOpen) await checkOpenDay(tx, dealershipId, day, { opensAt, closesAt })
      const data = { isOpen, reason, opensAt, closesAt }
      const where = { dealershipId_day: { dealershipId, day: column } }
      await tx.calendarDay.upsert({ where, create: { dealershipId, day: column, ...data }, update: data })
    }
    await refreshCapacity(tx, { dealershipId, now, from: day, to: day })
    return {
      result: { day },
      subject: { type: 'dealership', id: dealershipId },
      facts: { day, isOpen: remove ? null : isOpen, reason },
    }
  },
)

async function checkOpenDay(
  tx: Tx,
  dealershipId: string,
  day: string,
  hours: { opensAt: string | null; closesAt: string | null },
) {
  const house = await houseHours(tx, { dealershipId, from: day, to: day })
  const exceptions = [{ day, isOpen: true, reason: '', ...hours }]
  const { opensAt, closesAt } = openDayOf(day, { ...house, exceptions })
  if (!opensAt || !closesAt) throw new Refusal('openingHours.hours-wanted')
  inOrder(opensAt, closesAt)
}
