import 'server-only'
import { isLocale } from '@/lib/core/locale'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { askedContent } from '@/lib/orders/additional-work-content'
import { isLive } from '@/lib/orders/job'
import { additionalWorkOf } from '@/lib/orders/server/order-of'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { systemContext } from '@/lib/server/system-context'
import { additionalWorkPaper } from '../additional-work-paper'
import { copyOf, proofAt } from './copy-of'
import { AskedSheet, keptFile, type Sheet } from './sheet'

type Found = Awaited<ReturnType<typeof additionalWorkOf>>

/** A request for additional work with the customer's answer to each line. Refuses with `common.not-found`. */
export const additionalWorkSheet = query(
  'order.read',
  AskedSheet,
  async ({ tx, actor }, { id, lang }): Promise<Sheet> => {
    const found = await additionalWorkOf(tx, actor, id)
    return (await sheetOf(tx, actor.dealershipId, found, lang)).sheet
  },
)

async function sheetOf(tx: Tx, dealershipId: string, { request, order }: Found, lang?: Sheet['own']) {
  const house = await thisDealership(tx, dealershipId)
  const content = askedContent(order.no, request, (await settingsOf(tx))['tax.rateBp'])
  const approval = await tx.approval.findFirst({
    where: { dealershipId, orderId: order.id, documentHash: request.contentHash ?? '' },
    orderBy: [{ signatureId: { sort: 'asc', nulls: 'last' } }, { at: 'asc' }],
    include: { signature: { select: { strokes: true } } },
  })
  const copy = await copyOf(tx, dealershipId, approval?.signatureId ?? null)
  const own = isLocale(order.customerLocale) ? order.customerLocale : 'zh-CN'
  const locale = lang ?? own
  const facts = {
    content,
    answers: request.jobs.map(({ status }) =>
      status === 'declined'
        ? ('declined' as const)
        : isLive(status)
          ? ('approved' as const)
          : ('open' as const),
    ),
    customer: order.customer.name,
    plate: order.vehicle.plate,
    house,
    signature: approval && {
      by: approval.givenBy,
      at: approval.at,
      channel: approval.channel,
      strokes: approval.signature?.strokes ?? null,
    },
    hash: request.contentHash,
  }
  const sheet: Sheet = {
    paper: additionalWorkPaper(facts, { locale, timeZone: house.timeZone, proof: proofAt(copy) }),
    no: `${order.no}-${request.revision}`,
    made: copy?.signedAt ?? request.foundAt,
    storageKey: keptFile(copy, locale, true),
    own,
  }
  return { sheet, content: content as unknown }
}

/** The request that was signed, with the content its hash is of. */
export async function signedRequest(tx: Tx, dealershipId: string, requestId: string) {
  const found = await additionalWorkOf(tx, systemContext(dealershipId).actor, requestId)
  return { ...(await sheetOf(tx, dealershipId, found)), visitId: found.order.visitId }
}
