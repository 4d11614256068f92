import 'server-only'
import { newId } from '@/lib/server/ids'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { afterQuietHours, contactLimit } from '../cadence'
import type { CarRow } from './cars-after'
import { contactsOf } from './contacts-of'
import type { KeptDue } from './keep-dues'

type House = { dealershipId: string; timeZone: string; name: string; nameEn: string; phone: string }
type On = { house: House; settings: Settings; now: Date }
type Due = { car: CarRow; due: KeptDue }

type Wanted = {
  taskId: string
  vehicleId: string
  cycle: string
  channel: string | null
  discountBp: number
  package: string | null
  packageEn: string | null
}

/**
 * Queues the reminder of each car on the list "due" that has not had one in this cycle, in the language of its reader:
 * what is due, how far it still is, the package and the price of labour when booked ahead (S1-04, S1-05, S1-06). Whoever
 * said no, prefers the telephone, or has had as many contacts as the tier allows gets none; at the limit it waits.
 */
export async function sendReminders(tx: Tx, { house, settings, now }: On, cars: readonly Due[]) {
  const { dealershipId, timeZone } = house
  const reachable = new Map(
    cars
      .filter(({ car, due }) => due.class === 'due' && car.phone && !car.optedOut)
      .map((one) => [one.car.vehicleId, one]),
  )
  if (reachable.size === 0) return { sent: 0, heldBack: 0 }
  const wanted = await tx.$queryRaw<Wanted[]>`
    SELECT t.id AS "taskId", t."vehicleId", t.cycle, p.channel::text AS channel, t."discountBp", k.name AS package, k."nameEn" AS "packageEn"
    FROM "ContactTask" t
    LEFT JOIN "ContactPlan" p ON p."dealershipId" = t."dealershipId" AND p.id = t."planId"
    LEFT JOIN "ServicePackage" k ON k."dealershipId" = t."dealershipId" AND k.id = t."packageId"
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ANY(${[...reachable.keys()]}::uuid[])
      AND t.status = 'open' AND t.class = 'due' AND t."remindedAt" IS NULL ORDER BY t."vehicleId"`
  const counts = await contactsOf(
    tx,
    dealershipId,
    wanted.flatMap(({ vehicleId }) => reachable.get(vehicleId)?.car.customerId ?? []),
    now,
  )
  const notBefore = afterQuietHours(now, timeZone, settings)
  const messages = []
  let heldBack = 0
  for (const task of wanted) {
    const one = reachable.get(task.vehicleId)
    const customerId = one?.car.customerId
    const channel = one && writtenChannel(task.channel ?? one.car.preferredChannel)
    if (!one || !customerId || !channel) continue
    const had = counts.get(customerId) ?? 0
    if (had >= contactLimit(one.car.tier ?? 'new', settings)) {
      heldBack++
      continue
    }
    counts.set(customerId, had + 1)
    messages.push({
      id: newId(),
      taskId: task.taskId,
      customerId,
      channel,
      recipient: one.car.phone,
      locale: one.car.locale,
      facts: factsFor(one, task, house),
      dedupeKey: `reminder:${task.vehicleId}:${task.cycle}`,
    })
  }
  const sent = messages.length > 0 ? await queue(tx, dealershipId, messages, { now, notBefore }) : 0
  return { sent, heldBack }
}

/** The telephone is for people: what is written goes by SMS or WeChat. */
const writtenChannel = (channel: string | null): 'sms' | 'wechat' | null =>
  channel === 'phone' || channel === 'letter' ? null : channel === 'wechat' ? 'wechat' : 'sms'

function factsFor({ car, due }: Due, task: Wanted, house: House) {
  const english = car.locale === 'en'
  return {
    name: car.customerName,
    address: car.formOfAddress,
    plate: car.plate,
    dueOn: due.dueOn,
    remainingKm: due.usage === 'readings' && (due.remainingKm ?? 0) > 0 ? due.remainingKm : null,
    package: (english && task.packageEn) || task.package,
    labourBp: task.discountBp,
    dealership: (english && house.nameEn) || house.name,
    dealershipPhone: house.phone,
  }
}

/** Into the outbox, its jobs and the tasks in one go: all of it commits or none. A key that is known is not queued again. */
async function queue(
  tx: Tx,
  dealershipId: string,
  messages: readonly object[],
  { now, notBefore }: { now: Date; notBefore: Date },
) {
  const json = JSON.stringify(messages)
  const queued = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "OutboxMessage" ("dealershipId", id, "customerId", recipient, channel, template, locale, facts, "createdAt", "dedupeKey")
    SELECT ${dealershipId}::uuid, m.id, m."customerId", m.recipient, m.channel::"Channel", 'reminder.service', m.locale, m.facts,
      ${now}, m."dedupeKey"
    FROM jsonb_to_recordset(${json}::jsonb) AS m(id uuid, "customerId" uuid, recipient text, channel text, locale text,
      facts jsonb, "dedupeKey" text)
    ON CONFLICT ("dealershipId", "dedupeKey") DO NOTHING RETURNING id`
  await tx.$queryRaw`
    SELECT count(jobs.add_job('deliver-message'::text, json_build_object('dealershipId', ${dealershipId}::text, 'messageId', id),
      'message:' || id, ${notBefore}::timestamptz, 8))::int FROM unnest(${queued.map(({ id }) => id)}::text[]) AS id`
  await tx.$executeRaw`
    UPDATE "ContactTask" t SET "remindedAt" = ${now} FROM jsonb_to_recordset(${json}::jsonb) AS m("taskId" uuid)
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t.id = m."taskId"`
  return queued.length
}
