import 'server-only'
import { dayOf } from '@/lib/core/time'
import { newId } from '@/lib/server/ids'
import type { Settings } from '@/lib/dealership/settings'
import type { Tx } from '@/lib/server/db'
import { afterQuietHours, contactLimit } from '../cadence'
import { QUARTERS } from '../care'
import type { ContactClass } from '../contact'
import { isSafety, REMINDER_TEMPLATES, writtenChannel, writtenFacts } from '../written'
import type { CarRow } from './cars-after'
import { contactsOf } from './contacts-of'
import { invitationPath, invitationToken } from './invitation-token'
import type { KeptDue } from './keep-dues'

type House = {
  dealershipId: string
  code: string
  timeZone: string
  name: string
  nameEn: string
  phone: string
}
type On = { house: House; settings: Settings; now: Date }
type Due = { car: CarRow; due: KeptDue }

type Wanted = {
  taskId: string
  vehicleId: string
  class: ContactClass
  cycle: string
  dueOn: string
  channel: string | null
  discountBp: number
  package: string | null
  packageEn: string | null
  planName: string | null
  offer: string | null
  fromOn: string | null
  toOn: string | null
  adviser: string | null
  adviserEn: string | null
}

/**
 * Queues the message of each open contact that has had none in its cycle, in the language of its reader (S1-04, S1-05, S1-06): what is
 * due, what became overdue before it could be told, the care of a quarter (X-CRM-16), and whatever a plan sends in writing. Whoever said no, prefers the
 * telephone, or has had as many contacts as the tier allows gets none; at the limit it waits. A recall waits for the day alone.
 */
export async function sendReminders(tx: Tx, { house, settings, now }: On, cars: readonly Due[]) {
  const { dealershipId, timeZone } = house
  const reachable = new Map(cars.filter(({ car }) => car.phone).map((one) => [one.car.vehicleId, one]))
  if (reachable.size === 0) return { sent: 0, heldBack: 0 }
  const wanted = await tx.$queryRaw<Wanted[]>`
    SELECT t.id AS "taskId", t."vehicleId", t.class::text AS class, t.cycle, t."dueOn"::text AS "dueOn", p.channel::text AS channel,
      t."discountBp", k.name AS package, k."nameEn" AS "packageEn", p.name AS "planName", p.offer, p."fromOn"::text AS "fromOn",
      p."toOn"::text AS "toOn", a.name AS adviser, a."nameEn" AS "adviserEn"
    FROM "ContactTask" t
    LEFT JOIN "ContactPlan" p ON p."dealershipId" = t."dealershipId" AND p.id = t."planId"
    LEFT JOIN "Staff" a ON a."dealershipId" = t."dealershipId" AND a.id = t."ownerId" AND a."disabledAt" IS NULL
    LEFT JOIN "ServicePackage" k ON k."dealershipId" = t."dealershipId" AND k.id = t."packageId"
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t."vehicleId" = ANY(${[...reachable.keys()]}::uuid[])
      AND t.status = 'open' AND t."remindedAt" IS NULL
      AND (t.class = 'due' OR (t.class = 'overdue' AND t."listedAs" = 'due') OR (t.class = 'care' AND t.cycle LIKE ${QUARTERS} AND t."createdAt" < ${now})
        OR (t.class <> 'care' AND p.channel IN ('sms', 'wechat') AND p."closedAt" IS NULL AND p."toOn" >= ${dayOf(now, timeZone)}::date))
    ORDER BY t.class <> 'recall', t."vehicleId"`
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
    if (!isSafety(task.class)) {
      if (one.car.optedOut) continue
      const had = counts.get(customerId) ?? 0
      if (had >= contactLimit(one.car.tier ?? 'new', settings)) {
        heldBack++
        continue
      }
      counts.set(customerId, had + 1)
    }
    messages.push({
      id: newId(),
      taskId: task.taskId,
      customerId,
      channel,
      template: REMINDER_TEMPLATES[task.class],
      recipient: one.car.phone,
      locale: one.car.locale,
      facts: factsFor(one, task, house, now),
      dedupeKey: `reminder:${task.vehicleId}:${task.cycle}`,
    })
  }
  const sent = messages.length > 0 ? await queue(tx, dealershipId, messages, { now, notBefore }) : 0
  return { sent, heldBack }
}

function factsFor({ car, due }: Due, task: Wanted, house: House, now: Date) {
  return writtenFacts({
    customer: { name: car.customerName ?? '', formOfAddress: car.formOfAddress ?? '' },
    house,
    english: car.locale === 'en',
    plate: car.plate,
    model: car.model,
    servicedOn: car.servicedOn,
    today: dayOf(now, house.timeZone),
    adviser: task.adviser === null ? null : { name: task.adviser, nameEn: task.adviserEn ?? '' },
    dueOn: task.dueOn,
    remainingKm: due.usage === 'readings' && (due.remainingKm ?? 0) > 0 ? due.remainingKm : null,
    package: task.package === null ? null : { name: task.package, nameEn: task.packageEn ?? '' },
    discountBp: task.discountBp,
    plan:
      task.planName === null
        ? null
        : {
            name: task.planName,
            offer: task.offer ?? '',
            fromOn: task.fromOn ?? '',
            toOn: task.toOn ?? '',
          },
    link: invitationPath(house.code, invitationToken(house.dealershipId, task.taskId, now)),
  })
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
    SELECT ${dealershipId}::uuid, m.id, m."customerId", m.recipient, m.channel::"Channel", m.template, m.locale, m.facts,
      ${now}, m."dedupeKey"
    FROM jsonb_to_recordset(${json}::jsonb) AS m(id uuid, "customerId" uuid, recipient text, channel text, template text, locale text,
      facts jsonb, "dedupeKey" text)
    ON CONFLICT ("dealershipId", "dedupeKey") DO NOTHING RETURNING id`
  await tx.$queryRaw`
    SELECT count(jobs.add_job('deliver-message'::text, json_build_object('dealershipId', ${dealershipId}::text, 'messageId', id),
      'message:' || id, ${notBefore}::timestamptz, 8))::int FROM unnest(${queued.map(({ id }) => id)}::text[]) AS id`
  await tx.$executeRaw`
    UPDATE "ContactTask" t SET "remindedAt" = ${now},
      status = CASE WHEN t.class = 'care' THEN 'closed' ELSE t.status END,
      "closedAt" = CASE WHEN t.class = 'care' THEN ${now} ELSE t."closedAt" END,
      reason = CASE WHEN t.class = 'care' THEN 'written' ELSE t.reason END
    FROM jsonb_to_recordset(${json}::jsonb) AS m("taskId" uuid)
    WHERE t."dealershipId" = ${dealershipId}::uuid AND t.id = m."taskId"`
  return queued.length
}
