import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import type { AuditPoint } from '../audit'
import { changedPoints, SaveRulePoint, type RulePoint } from '../order-rules'

const byNo = {
  orderBy: { no: 'asc' },
  select: { no: true, text: true, textEn: true, auditPoint: true },
} as const

/**
 * The rules for filling in the repair order (S3-34): every version, the newest first, and the points of the one asked for, else of
 * the one in force, else of the draft. Refuses a version that is not there with `common.not-found`.
 */
export const orderRules = query(
  'orderRules.read',
  z.object({ version: z.coerce.number().int().optional() }),
  async ({ tx, actor: { dealershipId } }, { version }) => {
    const versions = await tx.orderRules.findMany({
      where: { dealershipId },
      orderBy: { version: 'desc' },
      include: { publishedBy: { select: { name: true, nameEn: true } } },
    })
    const shown =
      version === undefined
        ? (versions.find(({ publishedAt }) => publishedAt) ?? versions[0])
        : versions.find((one) => one.version === version)
    if (version !== undefined && !shown) throw new Refusal('common.not-found')
    return {
      versions,
      shown: shown ?? null,
      points: shown ? await pointsOf(tx, dealershipId, shown.version) : [],
    }
  },
)

/** Begins the next version with the points of the last. Refuses with `orderRules.draft-there`. */
export const draftOrderRules = command(
  'orderRules.draft',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const last = await tx.orderRules.findFirst({ where: { dealershipId }, orderBy: { version: 'desc' } })
    if (last && !last.publishedAt) throw new Refusal('orderRules.draft-there')
    const version = (last?.version ?? 0) + 1
    const points = last ? await pointsOf(tx, dealershipId, last.version) : []
    await tx.orderRules.create({ data: { dealershipId, version, draftedAt: now } })
    await tx.orderRulePoint.createMany({ data: points.map((point) => ({ ...point, dealershipId, version })) })
    return { result: { version }, subject: { type: 'dealership', id: dealershipId }, facts: { version } }
  },
)

/** Adds a point to the draft, changes, moves or removes one. Refuses with `orderRules.no-draft`, `common.not-found`, `orderRules.tied`. */
export const saveRulePoint = command(
  'orderRules.savePoint',
  SaveRulePoint,
  async ({ tx, actor: { dealershipId } }, input) => {
    const version = await draftOf(tx, dealershipId)
    const points = changedPoints(await pointsOf(tx, dealershipId, version), input)
    await tx.orderRulePoint.deleteMany({ where: { dealershipId, version } })
    await tx.orderRulePoint.createMany({ data: points.map((point) => ({ ...point, dealershipId, version })) })
    return {
      result: { version },
      subject: { type: 'dealership', id: dealershipId },
      facts: { version, points: points.length },
    }
  },
)

/** Puts the draft in force from now on; nobody changes it afterwards. Refuses with `orderRules.no-draft` and `orderRules.empty`. */
export const publishOrderRules = command('orderRules.publish', z.object({}), async ({ tx, actor, now }) => {
  const { dealershipId } = actor
  const version = await draftOf(tx, dealershipId)
  const points = await tx.orderRulePoint.count({ where: { dealershipId, version } })
  if (points === 0) throw new Refusal('orderRules.empty')
  await tx.orderRules.update({
    where: { dealershipId_version: { dealershipId, version } },
    data: { publishedAt: now, publishedById: actor.id },
  })
  return {
    result: { version },
    subject: { type: 'dealership', id: dealershipId },
    facts: { version, points },
  }
})

/** The version in force at an instant and the number of the point that each check refers to; null before the first was published. */
export async function rulesAt(tx: Tx, dealershipId: string, at: Date) {
  const rules = await tx.orderRules.findFirst({
    where: { dealershipId, publishedAt: { lte: at } },
    orderBy: { version: 'desc' },
    select: { version: true, points: { where: { auditPoint: { not: null } }, ...byNo } },
  })
  if (!rules) return null
  const points = Object.fromEntries(rules.points.map(({ no, auditPoint }) => [auditPoint, no]))
  return { version: rules.version, points: points as Partial<Record<AuditPoint, number>> }
}

async function draftOf(tx: Tx, dealershipId: string): Promise<number> {
  const draft = await tx.orderRules.findFirst({ where: { dealershipId, publishedAt: null } })
  if (!draft) throw new Refusal('orderRules.no-draft')
  return draft.version
}

const pointsOf = async (tx: Tx, dealershipId: string, version: number) =>
  (await tx.orderRulePoint.findMany({ where: { dealershipId, version }, ...byNo })) as RulePoint[]
