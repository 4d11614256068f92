import 'server-only'
import { normalPlate } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import { traitHolds } from '@/lib/customers/server/trait-offers'
import type { Trait } from '@/lib/customers/traits'
import { settingsOf } from '@/lib/dealership/server/settings'
import { Prisma, type Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { newId } from '@/lib/server/ids'
import { CloseContactPlan, MakeContactPlan } from '../schemas'

/**
 * A plan for a period (S1-02, F01). Of due, overdue and lost cars it takes the contacts on their list and those the nights
 * bring; a win-back takes the lost; recalls and campaigns are filled from plates, VINs, a model, the
 * tier, a label or a trait of the customer (S1-11, S1-18, S1-23, X-CRM-21).
 * Refuses with `contactPlan.ends-before-start` and `contactPlan.no-cars`.
 */
export const makeContactPlan = command(
  'contactPlan.make',
  MakeContactPlan,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    if (input.toOn < input.fromOn) throw new Refusal('contactPlan.ends-before-start')
    const { cars, modelPattern, tiers, label, trait, discount, fromOn, toOn, ...fields } = input
    const discountBp = discount === undefined ? null : Math.round(10_000 - discount * 100)
    const { id: planId } = await tx.contactPlan.create({
      data: {
        dealershipId,
        ...fields,
        discountBp,
        fromOn: toDateColumn(fromOn),
        toOn: toDateColumn(toOn),
        createdAt: now,
      },
      select: { id: true },
    })
    const usualBp = (await settingsOf(tx))['discount.earlyBookingBp']
    const given = { dealershipId, planId, now, discountBp: discountBp ?? usualBp }
    const byList = input.class === 'recall' || input.class === 'campaign'
    const count = byList
      ? await fromCars(tx, given, { ...input, cars: wordsOf(cars) })
      : await fromList(tx, given, input)
    if (byList && count === 0) throw new Refusal('contactPlan.no-cars')
    return {
      result: { planId, count },
      subject: { type: 'contactPlan', id: planId },
      facts: { name: input.name, class: input.class, target: input.target, count },
    }
  },
)

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;\uff0c\uff1b]+/)
      .map(normalPlate)
      .filter(Boolean),
  ),
]

type Given = { dealershipId: string; planId: string; now: Date; discountBp: number }

const fromList = (
  tx: Tx,
  { dealershipId, planId, discountBp }: Given,
  { class: of, packageId }: { class: string; packageId?: string },
) =>
  tx.$executeRaw`
    UPDATE "ContactTask" SET "planId" = ${planId}::uuid, class = ${of}::"ContactClass", "discountBp" = ${discountBp},
      "packageId" = coalesce(${packageId ?? null}::uuid, "packageId")
    WHERE "dealershipId" = ${dealershipId}::uuid AND status = 'open' AND "planId" IS NULL
      AND class = ${of === 'winBack' ? 'lost' : of}::"ContactClass"`

type Chosen = {
  class: string
  cars: string[]
  modelPattern: string
  tiers: string[]
  label: string
  trait?: Trait
  packageId?: string
  ownerId?: string
  toOn: string
}

async function fromCars(tx: Tx, { dealershipId, planId, now, discountBp }: Given, chosen: Chosen) {
  const { cars, modelPattern, tiers, label, packageId = null, ownerId = null, toOn, trait } = chosen
  const visits = (await settingsOf(tx))['offer.frequentVisits']
  const found = await tx.$queryRaw<{ vehicleId: string; customerId: string; ownerId: string | null }[]>`
    SELECT v.id AS "vehicleId", p."customerId", coalesce(a.id, ${ownerId}::uuid) AS "ownerId"
    FROM "Vehicle" v
    JOIN LATERAL (SELECT p."customerId" FROM "VehicleParty" p WHERE p."dealershipId" = v."dealershipId" AND p."vehicleId" = v.id
      AND p."until" IS NULL ORDER BY p.role, p.since DESC LIMIT 1) p ON true
    JOIN "Customer" c ON c."dealershipId" = v."dealershipId" AND c.id = p."customerId"
    LEFT JOIN LATERAL (SELECT n.given FROM "Consent" n WHERE n."dealershipId" = v."dealershipId" AND n."customerId" = p."customerId"
      AND n.kind = 'marketing' ORDER BY n.at DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT w."adviserId" FROM "Visit" w WHERE w."dealershipId" = v."dealershipId" AND w."vehicleId" = v.id
      AND w."adviserId" IS NOT NULL ORDER BY w."arrivedAt" DESC LIMIT 1) w ON true
    LEFT JOIN "Staff" a ON a."dealershipId" = v."dealershipId" AND a.id = w."adviserId" AND a."disabledAt" IS NULL
    WHERE v."dealershipId" = ${dealershipId}::uuid
      AND (v.plate = ANY(${cars}) OR v.vin = ANY(${cars})
        OR ((${modelPattern} <> '' OR ${label} <> '' OR ${trait !== undefined} OR cardinality(${tiers}::text[]) > 0)
          AND strpos(lower(v.brand || ' ' || v.model), lower(${modelPattern})) > 0
          AND (cardinality(${tiers}::text[]) = 0 OR c.tier::text = ANY(${tiers}::text[]))
          AND (${label} = '' OR lower(${label}) IN (SELECT lower(l) FROM unnest(c.labels) l))
          ${trait ? Prisma.sql`AND ${traitHolds(trait, { visits, now })}` : Prisma.empty}))
      AND (${chosen.class} = 'recall' OR coalesce(n.given, true))`
  const day = toDateColumn(toOn)
  await tx.contactTask.createMany({
    data: found.map((one) => ({
      dealershipId,
      id: newId(),
      ...one,
      class: chosen.class as 'recall' | 'campaign',
      listedAs: chosen.class as 'recall' | 'campaign',
      cycle: planId,
      planId,
      packageId,
      discountBp,
      dueOn: day,
      nextAt: now,
      createdAt: now,
    })),
  })
  return found.length
}

/** Ends a plan; what is still to be called of a recall or campaign goes off its list. */
export const closeContactPlan = command(
  'contactPlan.close',
  CloseContactPlan,
  async ({ tx, actor: { dealershipId }, now }, { planId }) => {
    const { count } = await tx.contactPlan.updateMany({
      where: { dealershipId, id: planId, closedAt: null },
      data: { closedAt: now },
    })
    if (!count) throw new Refusal('common.not-found')
    const ended = await tx.contactTask.updateMany({
      where: { dealershipId, planId, status: 'open', class: { in: ['recall', 'campaign'] } },
      data: { status: 'closed', closedAt: now, reason: 'planClosed' },
    })
    return {
      result: { planId },
      subject: { type: 'contactPlan', id: planId },
      facts: { ended: ended.count },
    }
  },
)
