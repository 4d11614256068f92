import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { conditionOf } from '@/lib/reception/condition'
import { foundByEye } from '@/lib/reception/found'
import type { ExtraItem } from '@/lib/reception/walk-around'
import { limitsOf } from '@/lib/reception/wheels'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import { OrderId, TakeFound } from '../schemas'
import { orderToEdit } from './editing'
import { createLine } from './lines'
import { today } from './today'

const ExtraItems = z.array(z.custom<ExtraItem>()).catch([])

/** What was found at the car of an order's visit, each with the line it became (S2-36). */
async function foundOf(tx: Tx, dealershipId: string, orderId: string) {
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      jobs: {
        where: { foundKey: { not: null }, status: { notIn: ['declined', 'cancelled'] } },
        select: { id: true, foundKey: true },
      },
      visit: {
        select: {
          receptionRecord: {
            include: {
              walkAroundItems: true,
              wheelReadings: true,
              _count: { select: { damageMarks: true } },
            },
          },
        },
      },
    },
  })
  if (!order) throw new Refusal('common.not-found')
  const { receptionRecord: record } = order.visit
  if (!record) return []
  const found = foundByEye(
    {
      ...conditionOf(record),
      suggestions: record.suggestions,
      items: record.walkAroundItems,
      extraItems: ExtraItems.parse(record.extraItems ?? []),
      marks: record._count.damageMarks,
    },
    limitsOf(await settingsOf(tx)),
  )
  const taken = new Map(order.jobs.map(({ foundKey, id }) => [foundKey, id]))
  return found.map((one) => ({ ...one, jobId: taken.get(one.key) ?? null }))
}

export const foundAtCar = query('order.edit', OrderId, ({ tx, actor }, { orderId }) =>
  foundOf(tx, actor.dealershipId, orderId),
)
export type FoundAtCar = Awaited<ReturnType<typeof foundAtCar>>

/**
 * Takes what was found at the car into the order as a line: the package or operation that is named, else own words with the price after
 * inspection (S3-05). Refuses with `common.not-found` for what the record does not say, `order.found-taken` the second time.
 */
export const takeFound = command('order.edit', TakeFound, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { orderId, key, title, titleEn, packageId, operationId } = input
  const order = await orderToEdit(tx, actor, orderId, now)
  const found = (await foundOf(tx, dealershipId, orderId)).find((one) => one.key === key)
  if (!found) throw new Refusal('common.not-found')
  if (found.jobId) throw new Refusal('order.found-taken')
  const { day } = await today(tx, dealershipId, now)
  const place = { dealershipId, orderId, model: order.vehicle.model, day }
  const line = packageId
    ? { packageId }
    : operationId
      ? { operationId }
      : { title, titleEn, priceAfterInspection: true }
  const jobId = await createLine(tx, place, line)
  await tx.job.update({
    where: { dealershipId_id: { dealershipId, id: jobId } },
    data: { foundKey: key },
    select: { id: true },
  })
  return {
    result: { jobId },
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
    facts: { no: order.no, change: 'takeFound', title },
  }
})
