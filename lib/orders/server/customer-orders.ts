import 'server-only'
import * as z from 'zod'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { choicesOf } from '../choices'
import { differenceOf, type ComparedVersion } from '../estimate-difference'
import { customerRequest, type PrintedContent } from '../views'
import { requestsOf } from './requests-of'

export type CustomerOrder = Awaited<ReturnType<typeof customerOrders>>[number]

/** The orders of the customer's visit: the version to sign or signed, the voucher, the requests that wait for an answer. */
export const customerOrders = query('order.read', z.object({}), async ({ tx, actor, now }) => {
  const visitId = actor.kind === 'customer' ? actor.visitId : null
  if (!visitId) return []
  const settings = await settingsOf(tx)
  const taxBp = settings['tax.rateBp']
  const orders = await tx.repairOrder.findMany({
    where: { visitId, status: { notIn: ['draft', 'estimated', 'cancelled'] } },
    orderBy: { createdAt: 'asc' },
    include: {
      vehicle: { select: { plate: true } },
      jobs: {
        where: { status: 'proposed', additionalWorkId: null, choiceId: { not: null } },
        orderBy: { position: 'asc' },
        include: { jobParts: true },
      },
      estimates: {
        orderBy: { version: 'desc' },
        take: 2,
        include: { approvals: { include: { signature: true } } },
      },
    },
  })
  const result = []
  for (const order of orders) {
    const [newest, before] = order.estimates
    const estimate = newest?.supersededAt === null ? newest : undefined
    const approval = estimate?.approvals[0]
    const requests = await requestsOf(tx, order, taxBp, now, { answeredOrSent: true })
    result.push({
      id: order.id,
      no: order.no,
      status: order.status,
      plate: order.vehicle.plate,
      promisedAt: order.promisedAt,
      promisedTo: order.promisedTo,
      voucherCode: order.deliveredAt ? null : order.voucherCode,
      signedTotalFen: order.signedTotalFen,
      estimate: estimate
        ? {
            version: estimate.version,
            hash: estimate.hash,
            content: estimate.content as unknown as PrintedContent,
            changes: before
              ? differenceOf(
                  before.content as unknown as ComparedVersion,
                  estimate.content as unknown as ComparedVersion,
                )
              : null,
          }
        : null,
      signature: approval
        ? {
            by: approval.givenBy,
            at: approval.at,
            channel: approval.channel,
            strokes: approval.signature?.strokes ?? null,
          }
        : null,
      requests: requests.map(customerRequest),
      choices: choicesOf(order.jobs),
      repairClass: order.repairClass,
      codeFromFen: settings['order.approvalCodeFromFen'],
    })
  }
  return result
})
