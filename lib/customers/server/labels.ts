import 'server-only'
import * as z from 'zod'
import { flag, id, requiredText } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'

const name = requiredText(20)

type Label = { name: string; listed: boolean; count: number }

/** The labels of the house with how many customers carry each; also those that only a customer carries, from an import. */
export const customerLabels = query(
  'customer.labels',
  z.object({}),
  ({ tx, actor: { dealershipId } }) => tx.$queryRaw<Label[]>`
    SELECT coalesce(l.name, u.name) AS name, l.name IS NOT NULL AS listed, coalesce(u.count, 0)::int AS count
    FROM (SELECT name FROM "CustomerLabel" WHERE "dealershipId" = ${dealershipId}::uuid) l
    FULL JOIN (SELECT x.label AS name, count(*)::int AS count FROM "Customer" c, unnest(c.labels) AS x(label)
      WHERE c."dealershipId" = ${dealershipId}::uuid AND c."mergedIntoId" IS NULL GROUP BY x.label) u ON u.name = l.name
    ORDER BY 1 LIMIT 200`,
)

/** The names on the list of the house, for choosing one. */
export const listedLabels = query(
  'customer.labels',
  z.object({}),
  async ({ tx, actor: { dealershipId } }) => {
    const rows = await tx.customerLabel.findMany({
      where: { dealershipId },
      orderBy: { name: 'asc' },
      take: 200,
      select: { name: true },
    })
    return rows.map((row) => row.name)
  },
)

/** A new label on the list of the house (X-CRM-20). Refuses `common.already-exists`. */
export const addLabel = command(
  'customerLabel.add',
  z.object({ name }),
  async ({ tx, actor: { dealershipId, id: createdById }, now }, { name: label }) => {
    const { count } = await tx.customerLabel.createMany({
      data: { dealershipId, name: label, createdAt: now, createdById },
      skipDuplicates: true,
    })
    if (!count) throw new Refusal('common.already-exists')
    return { result: {}, subject: { type: 'dealership', id: dealershipId }, facts: { label } }
  },
)

/** Takes a label off the list. Refuses `common.not-found`, and `customer.label-in-use` while customers carry it. */
export const removeLabel = command(
  'customerLabel.remove',
  z.object({ name }),
  async ({ tx, actor: { dealershipId } }, { name: label }) => {
    const count = await tx.customer.count({
      where: { dealershipId, mergedIntoId: null, labels: { has: label } },
    })
    if (count) throw new Refusal('customer.label-in-use', { count })
    const removed = await tx.customerLabel.deleteMany({ where: { dealershipId, name: label } })
    if (!removed.count) throw new Refusal('common.not-found')
    return { result: {}, subject: { type: 'dealership', id: dealershipId }, facts: { label } }
  },
)

/**
 * Puts a label of the list on a customer or takes it off; who and when is on the timeline (X-CRM-20). Refuses `common.not-found`
 * for a file or label that is not there.
 */
export const labelCustomer = command(
  'customer.label',
  z.object({ customerId: id, label: name, on: flag }),
  async ({ tx, actor: { dealershipId } }, { customerId, label, on }) => {
    const customer = await tx.customer.findFirst({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      select: { labels: true },
    })
    const listed = await tx.customerLabel.count({ where: { dealershipId, name: label } })
    if (!customer || (on && !listed)) throw new Refusal('common.not-found')
    const others = customer.labels.filter((one) => one !== label)
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: customerId } },
      data: { labels: on ? [...others, label] : others },
      select: { id: true },
    })
    return { result: { customerId }, subject: { type: 'customer', id: customerId }, facts: { label, on } }
  },
)
