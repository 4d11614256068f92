import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { TIERS, VISITS_OF_EXISTING } from '../tier'

/** New customers whose first visit is `months` ago and who have come twice become existing ones; never the other way. */
const promote = (
  tx: Tx,
  {
    dealershipId,
    now,
    months,
    only = null,
  }: { dealershipId: string; now: Date; months: number; only?: string | null },
) => tx.$executeRaw`
  UPDATE "Customer" c SET tier = 'existing'
  FROM (SELECT "customerId" FROM (
      SELECT "senderId" AS "customerId", id, "arrivedAt" FROM "Visit"
        WHERE "dealershipId" = ${dealershipId}::uuid AND status <> 'leftWithoutOrder'
      UNION
      SELECT "ownerId", id, "arrivedAt" FROM "Visit"
        WHERE "dealershipId" = ${dealershipId}::uuid AND status <> 'leftWithoutOrder' AND "ownerId" IS NOT NULL) visits
    WHERE ${only}::uuid IS NULL OR "customerId" = ${only}::uuid
    GROUP BY 1 HAVING count(*) >= ${VISITS_OF_EXISTING}::int
      AND min("arrivedAt") <= ${now}::timestamptz - make_interval(months => ${months}::int)) known
  WHERE c."dealershipId" = ${dealershipId}::uuid AND c.id = known."customerId" AND c.tier = 'new' AND NOT c."tierByHand"`

/** The tiers of a dealership as the register says: new in the first months (`tier.newMonths`) or before the second visit (X-CRM-12, C25). */
export const settleTiers = command(
  'customer.settleTiers',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const months = (await settingsOf(tx))['tier.newMonths']
    const promoted = await promote(tx, { dealershipId, now, months })
    return {
      result: { promoted },
      subject: { type: 'dealership', id: dealershipId },
      facts: { promoted },
    }
  },
)

/**
 * Sets a customer's tier by hand, which the nights then leave alone, or with `rule` gives it back to the rule. Refuses with
 * `common.not-found`.
 */
export const setTier = command(
  'customer.setTier',
  z.object({ customerId: id, tier: z.enum([...TIERS, 'rule'], 'required') }),
  async ({ tx, actor: { dealershipId }, now }, { customerId, tier }) => {
    const byHand = tier !== 'rule'
    const { count } = await tx.customer.updateMany({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      data: { tier: byHand ? tier : 'new', tierByHand: byHand },
    })
    if (!count) throw new Refusal('common.not-found')
    if (!byHand) {
      const months = (await settingsOf(tx))['tier.newMonths']
      await promote(tx, { dealershipId, now, months, only: customerId })
    }
    return { result: { customerId }, subject: { type: 'customer', id: customerId }, facts: { tier } }
  },
)
