import 'server-only'
import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn, dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import { isUsualPoint, pointsOf, USUAL_POINTS } from '../shift-points'
import { CheckShift, SavePoint } from '../ready-schemas'

const RECEIVERS = ['greeter', 'bookingReceptionist', 'receptionAdviser', 'serviceAdviser']
const keptPoints = (tx: Tx) => tx.shiftPoint.findMany({ orderBy: { code: 'asc' } })

/**
 * The checklist at the start of a shift: the points, what the reader ticked today (null before), and for who answers for the
 * reception everybody at work today with what is missing (S2-01, S2-02, S2-03).
 */
export const shiftChecklist = query('shiftCheck.keep', z.object({}), async ({ tx, actor, now }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const day = toDateColumn(dayOf(now, timeZone))
  const points = pointsOf(await keptPoints(tx))
  const found = { points: true, missing: true, note: true, at: true } as const
  const mine = await tx.shiftCheck.findFirst({
    where: { dealershipId, staffId: actor.id ?? undefined, day },
    select: found,
  })
  if (!may(actor, 'shiftCheck.overview')) return { points, mine, people: null }
  const people = await tx.staff.findMany({
    where: {
      dealershipId,
      disabledAt: null,
      roles: { hasSome: RECEIVERS },
      shifts: { some: { day, kind: { in: ['work', 'overtime'] } } },
    },
    orderBy: { employeeNo: 'asc' },
    select: { id: true, name: true, nameEn: true, shiftChecks: { where: { day }, select: found } },
  })
  return {
    points,
    mine,
    people: people.map(({ shiftChecks, ...person }) => ({ ...person, check: shiftChecks[0] ?? null })),
  }
})
export type ShiftChecklist = Awaited<ReturnType<typeof shiftChecklist>>

/** What the person found in order today; written anew as often as needed. The points that are missing are kept with it. */
export const keepShiftCheck = command('shiftCheck.keep', CheckShift, async ({ tx, actor, now }, input) => {
  const { dealershipId, id: staffId } = actor
  if (staffId === null) throw new Refusal('common.not-found')
  const { timeZone } = await thisDealership(tx, dealershipId)
  const day = toDateColumn(dayOf(now, timeZone))
  const all = pointsOf(await keptPoints(tx)).map(({ code }) => code)
  const points = all.filter((code) => input.points.includes(code))
  const missing = all.filter((code) => !points.includes(code))
  const kept = { points, missing, note: input.note, at: now }
  await tx.shiftCheck.upsert({
    where: { dealershipId_staffId_day: { dealershipId, staffId, day } },
    create: { dealershipId, staffId, day, ...kept },
    update: kept,
    select: { id: true },
  })
  return {
    result: { missing },
    subject: { type: 'staff', id: staffId },
    facts: { done: points.length, all: all.length, missing: missing.join(',') },
  }
})

/** The points as the settings show them: those in force and the usual ones that were taken away. */
export const shiftPoints = query('shiftPoint.save', z.object({}), async ({ tx }) => {
  const kept = await keptPoints(tx)
  const gone = new Set(kept.filter(({ retiredAt }) => retiredAt).map(({ code }) => code))
  return { points: pointsOf(kept), away: USUAL_POINTS.filter(({ code }) => gone.has(code)) }
})

/** Adds a point, changes its words, takes it away or brings it back. Refuses with `common.not-found` and `shiftPoint.words`. */
export const savePoint = command('shiftPoint.save', SavePoint, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const code = input.code ?? uuidv7()
  const key = { dealershipId_code: { dealershipId, code } }
  const before = await tx.shiftPoint.findUnique({ where: key })
  const usual = USUAL_POINTS.find((point) => point.code === code)
  if (input.code && !before && !usual) throw new Refusal('common.not-found')
  const part = usual?.part ?? input.part ?? before?.part
  if (!part || (!isUsualPoint(code) && !input.name && !input.retired)) throw new Refusal('shiftPoint.words')
  const retiredAt = input.retired ? now : null
  const words = input.retired ? {} : { name: input.name, nameEn: input.nameEn }
  await tx.shiftPoint.upsert({
    where: key,
    create: { dealershipId, code, part, ...words, retiredAt },
    update: { part, ...words, retiredAt },
    select: { code: true },
  })
  return {
    result: { code },
    subject: { type: 'dealership', id: dealershipId },
    facts: { code, name: input.name, retired: !!input.retired },
  }
})
