import 'server-only'
import { dayOf, fromDateColumn, toDateColumn } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { availableMinutes, bookableMinutes } from '../capacity'
import type { Settings } from '../settings'
import { settingsOf } from './settings'
import { thisDealership } from './this-dealership'

export type CapacityOf = { dealershipId: string; day: string; settings: Settings }

/** Shift minutes of the certified technicians of a day, per skill and of the whole workshop. */
async function attendance(tx: Tx, { dealershipId, day }: CapacityOf) {
  const rows = await tx.$queryRaw<{ skills: string[]; minutes: number }[]>`
    SELECT st.skills, sum(extract(epoch FROM sh."endsAt" - sh."startsAt") / 60)::int AS minutes
    FROM "Shift" sh JOIN "Staff" st ON st."dealershipId" = sh."dealershipId" AND st.id = sh."staffId"
    WHERE sh."dealershipId" = ${dealershipId}::uuid AND sh.day = ${day}::date AND sh.kind IN ('work', 'overtime')
      AND 'technician' = ANY(st.roles) AND st.grade IS NOT NULL AND st."certifiedUntil" >= sh.day
      AND (st."disabledAt" IS NULL OR st."disabledAt" > sh."startsAt")
    GROUP BY st.id, st.skills`
  const bySkill = new Map<string, number>()
  for (const { skills, minutes } of rows)
    for (const skill of skills) bySkill.set(skill, (bySkill.get(skill) ?? 0) + minutes)
  return { bySkill, total: rows.reduce((sum, { minutes }) => sum + minutes, 0) }
}

/**
 * Brings the ledger of a day in line with the shifts and holds its rows until the end of the transaction,
 * so that bookings of one day are decided one after the other. Answers the bookable minutes of the workshop.
 */
export async function holdDay(tx: Tx, on: CapacityOf) {
  const { bySkill, total } = await attendance(tx, on)
  const { 'capacity.productivityBp': productivityBp, 'booking.rateBp': rateBp } = on.settings
  const bookable = (shift: number) => bookableMinutes(availableMinutes(shift, productivityBp), rateBp)
  await tx.$executeRaw`
    INSERT INTO "CapacityDay" ("dealershipId", day, skill, "capacityMinutes")
    SELECT ${on.dealershipId}::uuid, ${on.day}::date, k.skill, coalesce(u.minutes, 0)
    FROM unnest(enum_range(NULL::"Skill")) k(skill)
    LEFT JOIN unnest(${[...bySkill.keys()]}::text[], ${[...bySkill.values()].map(bookable)}::int[]) u(skill, minutes)
      ON u.skill = k.skill::text
    ORDER BY k.skill
    ON CONFLICT ("dealershipId", day, skill) DO UPDATE SET "capacityMinutes" = EXCLUDED."capacityMinutes"`
  return { bookable: bookable(total), skilled: (skill: string) => bySkill.get(skill) ?? 0 }
}

/**
 * Brings the ledger of the days that have one in line again: after attendance, certificates, skills or the booking rates
 * changed. From `from` (default today) to `to` (default without end); past days stay as they were.
 */
export async function refreshCapacity(
  tx: Tx,
  { dealershipId, now, from, to }: { dealershipId: string; now: Date; from?: string; to?: string },
): Promise<void> {
  const today = dayOf(now, (await thisDealership(tx, dealershipId)).timeZone)
  const rows = await tx.capacityDay.findMany({
    where: {
      dealershipId,
      day: {
        gte: toDateColumn(from && from > today ? from : today),
        ...(to ? { lte: toDateColumn(to) } : {}),
      },
    },
    distinct: ['day'],
    orderBy: { day: 'asc' },
    select: { day: true },
  })
  if (rows.length === 0) return
  const settings = await settingsOf(tx)
  for (const { day } of rows) await holdDay(tx, { dealershipId, day: fromDateColumn(day), settings })
}
