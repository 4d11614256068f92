import 'server-only'
import type { Refusal } from '@/lib/core/refusal'
import type { Writing } from '@/lib/server/doors'
import type { Defect } from '../obligatory'

/**
 * Counts what was left out of an order against its adviser, each point once (S3-33); answers the event, or null where nothing new
 * is counted.
 */
export async function noteDefects({ tx, actor, now }: Writing, orderId: string, points: readonly Defect[]) {
  const { dealershipId } = actor
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: { no: true, adviserId: true, visitId: true },
  })
  if (!order || !points.length) return null
  const { no, adviserId, visitId } = order
  const { count } = await tx.orderDefect.createMany({
    data: points.map((point) => ({ dealershipId, orderId, point, adviserId, at: now })),
    skipDuplicates: true,
  })
  if (!count) return null
  return {
    name: 'order.defect',
    result: null,
    subject: { type: 'order' as const, id: orderId },
    visitId,
    facts: { no, points: points.join(','), adviserId },
  }
}

/** The points that a refusal names as missing. */
export const pointsOf = ({ facts }: Refusal, name: string): string[] =>
  String(facts[name] ?? '')
    .split(',')
    .filter(Boolean)
