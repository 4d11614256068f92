import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { availableMinutes, bookableMinutes } from '../capacity'

type Day = { dealershipId: string; day: string; settings: Settings }
type Taking = Day & { skill: string; minutes: number; pastCapacity: boolean }

/** Shift minutes of the certified technicians of a day, per skill and of the whole workshop. */
async function attendance(tx: Tx, { dealershipId, day }: Day) {
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
export async function holdDay(tx: Tx, on: Day) {
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
 * Takes minutes of a skill out of a day. Refuses `appointment.nobody-skilled` and `appointment.day-full`;
 * `pastCapacity` (a manager with a reason) takes them all the same.
 */
export async function takeCapacity(tx: Tx, taking: Taking): Promise<{ overridden: boolean }> {
  const { dealershipId, day, skill, minutes } = taking
  const { bookable, skilled } = await holdDay(tx, taking)
  const taken = await tx.$executeRaw`
    UPDATE "CapacityDay" SET "bookedMinutes" = "bookedMinutes" + ${minutes}::int
    WHERE "dealershipId" = ${dealershipId}::uuid AND day = ${day}::date AND skill = ${skill}::"Skill"
      AND "bookedMinutes" + ${minutes}::int <= "capacityMinutes"
      AND (SELECT sum(c."bookedMinutes") FROM "CapacityDay" c
           WHERE c."dealershipId" = ${dealershipId}::uuid AND c.day = ${day}::date) + ${minutes}::int <= ${bookable}::int`
  if (taken === 1) return { overridden: false }
  if (!taking.pastCapacity)
    throw new Refusal(skilled(skill) === 0 ? 'appointment.nobody-skilled' : 'appointment.day-full', { day })
  await tx.capacityDay.update({
    where: { dealershipId_day_skill: { dealershipId, day: toDateColumn(day), skill: skill as 'general' } },
    data: { bookedMinutes: { increment: minutes }, overrideMinutes: { increment: minutes } },
    select: { day: true },
  })
  return { overridden: true }
}

/** Gives minutes back to a day; the ledger never falls below zero. */
export async function releaseCapacity(
  tx: Tx,
  {
    dealershipId,
    day,
    skill,
    minutes,
    overridden,
  }: Omit<Taking, 'settings' | 'pastCapacity'> & { overridden: boolean },
) {
  const past = overridden ? minutes : 0
  await tx.$executeRaw`
    UPDATE "CapacityDay" SET "bookedMinutes" = greatest(0, "bookedMinutes" - ${minutes}::int),
      "overrideMinutes" = greatest(0, "overrideMinutes" - ${past}::int)
    WHERE "dealershipId" = ${dealershipId}::uuid AND day = ${day}::date AND skill = ${skill}::"Skill"`
}

/** To be called when shifts, leave or certificates of these days change. */
export async function refreshCapacity(tx: Tx, dealershipId: string, days: string[], settings: Settings) {
  for (const day of [...days].sort()) await holdDay(tx, { dealershipId, day, settings })
}
