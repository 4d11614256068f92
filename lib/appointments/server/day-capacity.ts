import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import { holdDay, type CapacityOf } from '@/lib/dealership/server/capacity-ledger'
import type { Tx } from '@/lib/server/db'

type Taking = CapacityOf & { skill: string; minutes: number; pastCapacity: boolean }

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
