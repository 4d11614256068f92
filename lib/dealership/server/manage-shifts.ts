import 'server-only'
import * as z from 'zod'
import { day, flag, id, optional, time } from '@/lib/core/fields'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import {
  dayInterval,
  dayOf,
  daysBetween,
  fromDateColumn,
  instant,
  plusDays,
  timeOf,
  toDateColumn,
  weekdayOf,
} from '@/lib/core/time'
import { command, query } from '@/lib/server/doors'
import { refreshCapacity } from './capacity-ledger'
import { thisDealership } from './this-dealership'

const many = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(schema).min(1, 'choose'))
const SHIFT_KINDS = ['work', 'overtime', 'leave', 'training'] as const
const LONGEST_DAYS = 92

/**
 * Attendance of people for the chosen weekdays from one day to another, with a break in between when given. With
 * `kind` other than work or overtime they are away and count for no capacity. With
 * `replace` what stood on those days goes; otherwise refuses with `shift.overlaps`. Also `shift.ends-before-start`, `shift.too-long`.
 */
export const giveShifts = command(
  'shift.manage',
  z
    .object({
      staffIds: many(id),
      weekdays: many(z.coerce.number().int().min(1).max(7)),
      from: day,
      to: day,
      startsAt: time,
      endsAt: time,
      breakFrom: optional(time),
      breakTo: optional(time),
      kind: optional(z.enum(SHIFT_KINDS, 'choose')),
      replace: optional(flag),
    })
    .superRefine(({ breakFrom, breakTo }, context) => {
      if (!!breakFrom === !!breakTo) return
      context.addIssue({ code: 'custom', message: 'required', path: [breakFrom ? 'breakTo' : 'breakFrom'] })
    }),
  async (
    { tx, actor: { dealershipId, locale }, now },
    { staffIds, weekdays, from, to, kind, replace, ...hours },
  ) => {
    const { startsAt, endsAt, breakFrom, breakTo } = hours
    const pieces = breakFrom && breakTo ? [[startsAt, breakFrom], [breakTo, endsAt]] : [[startsAt, endsAt]] // prettier-ignore
    if (
      to < from ||
      pieces.some(([a = '', b = '']) => b <= a) ||
      (breakFrom && breakTo && breakTo < breakFrom)
    )
      throw new Refusal('shift.ends-before-start')
    if (daysBetween(from, to) >= LONGEST_DAYS) throw new Refusal('shift.too-long')
    const { timeZone } = await thisDealership(tx, dealershipId)
    const people = await tx.staff.findMany({
      where: { dealershipId, id: { in: staffIds }, disabledAt: null },
      select: { id: true, name: true, nameEn: true },
    })
    if (people.length !== new Set(staffIds).size) throw new Refusal('common.not-found')
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => plusDays(from, i)).filter(
      (each) => weekdays.includes(weekdayOf(each)),
    )
    const there = {
      dealershipId,
      staffId: { in: staffIds },
      day: { in: days.map(toDateColumn) },
    }
    if (replace) await tx.shift.deleteMany({ where: there })
    const data = people.flatMap(({ id: staffId }) =>
      days.flatMap((each) =>
        pieces.map(([a = '', b = '']) => ({
          dealershipId,
          staffId,
          day: toDateColumn(each),
          startsAt: instant(each, a, timeZone),
          endsAt: instant(each, b, timeZone),
          kind,
        })),
      ),
    )
    const old = replace ? [] : await tx.shift.findMany({ where: there, orderBy: { startsAt: 'asc' } })
    const clash = old.find((row) =>
      data.some(
        (one) => one.staffId === row.staffId && one.startsAt < row.endsAt && row.startsAt < one.endsAt,
      ),
    )
    if (clash)
      throw new Refusal('shift.overlaps', {
        who: nameIn(people.find((person) => person.id === clash.staffId) ?? { name: '' }, locale),
        day: fromDateColumn(clash.day),
      })
    await tx.shift.createMany({ data })
    await refreshCapacity(tx, { dealershipId, now, from, to })
    return {
      result: { count: data.length },
      subject: { type: 'dealership', id: dealershipId },
      facts: {
        people: people.length,
        kind: kind ?? 'work',
        from,
        to,
        count: data.length,
        at: now.toISOString(),
      },
    }
  },
)

/** Takes a person's attendance of one day away. */
export const clearShift = command(
  'shift.manage',
  z.object({ staffId: id, day }),
  async ({ tx, actor: { dealershipId }, now }, { staffId, day: of }) => {
    const { count } = await tx.shift.deleteMany({ where: { dealershipId, staffId, day: toDateColumn(of) } })
    if (!count) throw new Refusal('common.not-found')
    await refreshCapacity(tx, { dealershipId, now, from: of, to: of })
    return {
      result: { count },
      subject: { type: 'staff', id: staffId },
      facts: { day: of, count },
    }
  },
)

/** Attendance of everybody in use for fourteen days from `from` (default today). */
export const shiftList = query(
  'shift.manage',
  z.object({ from: optional(day) }),
  async ({ tx, actor: { dealershipId }, now }, { from }) => {
    const { timeZone } = await thisDealership(tx, dealershipId)
    const today = dayOf(now, timeZone)
    const first = from ?? today
    const days = Array.from({ length: 14 }, (_, i) => plusDays(first, i))
    const people = await tx.staff.findMany({
      where: { dealershipId, disabledAt: null },
      orderBy: { employeeNo: 'asc' },
      select: { id: true, name: true, nameEn: true, roles: true },
    })
    const end = dayInterval(plusDays(first, 13), timeZone).end
    const shifts = await tx.shift.findMany({
      where: { dealershipId, startsAt: { gte: dayInterval(first, timeZone).start, lt: end } },
      orderBy: { startsAt: 'asc' },
      select: { staffId: true, day: true, startsAt: true, endsAt: true, kind: true },
    })
    const byPerson = grouped(shifts, ({ staffId, day: of }) => `${staffId} ${fromDateColumn(of)}`)
    return {
      today,
      from: first,
      days,
      people: people.map((person) => ({
        ...person,
        days: days.map((each) =>
          (byPerson.get(`${person.id} ${each}`) ?? []).map(({ startsAt, endsAt, kind }) => ({
            kind,
            from: timeOf(startsAt, timeZone),
            to: timeOf(endsAt, timeZone),
          })),
        ),
      })),
    }
  },
)

function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
