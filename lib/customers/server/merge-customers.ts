import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { CONSENT_KINDS } from '../consent'
import { MERGE_FIELDS, MOVED, mergedValues, noGoesOn, type MergeField, type MergeRecord } from '../merge'
import { dropOffers } from './drop-offers'
import { VALUES, valuesOf } from './merge-values'

const side = z.enum(['one', 'other'])

/** Two files side by side; `keep` says which one stays, each field from which of the two its value comes. */
export const MergeCustomers = z.object({
  oneId: id,
  otherId: id,
  keep: side,
  ...(Object.fromEntries(MERGE_FIELDS.map((field) => [field, side.optional()])) as Record<
    MergeField,
    z.ZodOptional<typeof side>
  >),
})

type Pair = { dealershipId: string; keptId: string; mergedId: string; now: Date }

/**
 * Makes one file of two (X-CRM-11): everything that names the file that goes is moved to the one that stays, the values chosen
 * survive, of two answers about reminders the stricter one. Old addresses and links lead to the file that stays; `undoMerge` parts
 * them again. Refuses `customer.same-file`, `common.not-found` and `customer.merged-already`.
 */
export const mergeCustomers = command(
  'customer.merge',
  MergeCustomers,
  async ({ tx, actor: { dealershipId, id: byId }, now }, { oneId, otherId, keep, ...choice }) => {
    if (oneId === otherId) throw new Refusal('customer.same-file')
    const [keptId, mergedId] = keep === 'one' ? [oneId, otherId] : [otherId, oneId]
    // Whoever writes a row that names one of them waits here, and then follows the merge.
    await tx.$queryRaw`SELECT id FROM "Customer" WHERE "dealershipId" = ${dealershipId}::uuid
      AND id IN (${keptId}::uuid, ${mergedId}::uuid) ORDER BY id FOR UPDATE`
    const files = await tx.customer.findMany({
      where: { dealershipId, id: { in: [keptId, mergedId] } },
      select: { ...VALUES, id: true, no: true, mergedIntoId: true },
    })
    const kept = files.find(({ id }) => id === keptId)
    const merged = files.find(({ id }) => id === mergedId)
    if (!kept || !merged) throw new Refusal('common.not-found')
    if (kept.mergedIntoId || merged.mergedIntoId) throw new Refusal('customer.merged-already')
    const chosen = Object.fromEntries(
      Object.entries(choice).map(([field, of]) => [field, of && (of === keep ? 'kept' : 'other')]),
    )
    const before = valuesOf(kept)
    const after = mergedValues(before, valuesOf(merged), chosen)
    const pair = { dealershipId, keptId, mergedId, now }
    const consentIds = await keepStricter(tx, pair)
    const moved = await moveAll(tx, pair)
    const ended = await endUnwanted(tx, pair)
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: keptId } },
      data: after,
      select: { id: true },
    })
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: mergedId } },
      data: { mergedIntoId: keptId },
      select: { id: true },
    })
    const record: MergeRecord = { moved, before, after, consentIds, ended }
    const made = await tx.customerMerge.create({
      data: { dealershipId, keptId, mergedId, record, at: now, byId },
      select: { id: true },
    })
    return {
      result: { customerId: keptId, mergeId: made.id },
      subject: { type: 'customer', id: keptId },
      facts: { mergedId, no: merged.no },
    }
  },
)

async function moveAll(tx: Tx, { dealershipId, keptId, mergedId }: Pair): Promise<MergeRecord['moved']> {
  const moved: MergeRecord['moved'] = {}
  for (const [table, columns] of Object.entries(MOVED))
    for (const column of columns) {
      const rows = await tx.$queryRaw<
        { id: string }[]
      >`SELECT give_customer_rows(${dealershipId}::uuid, ${table}, ${column},
        ${mergedId}::uuid, ${keptId}::uuid, NULL)::text AS id`
      if (rows.length) moved[`${table}.${column}`] = rows.map(({ id }) => id)
    }
  return moved
}

/** The stricter of two answers is the last word of the file that stays. */
async function keepStricter(tx: Tx, { dealershipId, keptId, mergedId, now }: Pair): Promise<string[]> {
  const ids: string[] = []
  for (const kind of CONSENT_KINDS) {
    const last = (customerId: string) =>
      tx.consent.findFirst({
        where: { dealershipId, customerId, kind },
        orderBy: { at: 'desc' },
        select: { given: true, at: true, textVersion: true, channel: true },
      })
    const [one, other] = [await last(keptId), await last(mergedId)]
    const no = one?.given === false ? one : other
    if (!no || !noGoesOn(one ?? undefined, other ?? undefined)) continue
    const { textVersion, channel } = no
    const at = new Date(Math.max(+now, +(one?.at ?? 0) + 1, +(other?.at ?? 0) + 1))
    const made = await tx.consent.create({
      data: { dealershipId, customerId: keptId, kind, given: false, textVersion, channel, at },
      select: { id: true },
    })
    ids.push(made.id)
  }
  return ids
}

/** Contacts and messages that the last word of the file does not want. */
async function endUnwanted(tx: Tx, { dealershipId, keptId, now }: Pair): Promise<MergeRecord['ended']> {
  const last = await tx.consent.findFirst({
    where: { dealershipId, customerId: keptId, kind: 'marketing' },
    orderBy: { at: 'desc' },
    select: { given: true },
  })
  if (last?.given !== false) return []
  const which = { dealershipId, customerId: keptId, status: 'open', class: { not: 'recall' } } as const
  const ended = await tx.contactTask.findMany({ where: which, select: { id: true, reason: true } })
  await tx.contactTask.updateMany({
    where: which,
    data: { status: 'optedOut', closedAt: now, reason: 'optedOut' },
  })
  await dropOffers(tx, dealershipId, keptId)
  return ended
}
