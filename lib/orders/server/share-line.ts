import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { checkHouseBears, OWN_POCKET } from '../payer-reason'
import { borneBp, checkShares } from '../shares'
import { DropShare, ShareLine } from '../schemas'
import { jobAmounts, type Payer } from '../totals'
import { jobToEdit } from './editing'
import { houseLimitOf } from './house-limit'

/**
 * Lets a second payer bear a part of a line, by per cent or by amount; the same payer again changes the share. The payer of the
 * line bears the rest. Refuses with `order.share-of-own-payer`, `order.shares-above-line`, `order.payer-reason-missing`,
 * `order.goodwill-above-limit` or `order.not-editable`.
 */
export const shareLine = command(
  'order.edit',
  ShareLine,
  async ({ tx, actor, now }, { jobId, payer, payerReason, shareBp = null, amountFen = null }) => {
    const { dealershipId } = actor
    const { job, order } = await jobToEdit(tx, actor, jobId, now)
    const jobParts = await tx.jobPart.findMany({ where: { dealershipId, jobId } })
    const before = await tx.jobShare.findMany({ where: { dealershipId, jobId } })
    const others = before.filter((share) => share.payer !== payer)
    const { totalFen } = jobAmounts({ ...job, jobParts })
    const shares = [...others, { payer, shareBp, amountFen }]
    checkShares({ payer: job.payer, totalFen }, shares)
    if (OWN_POCKET.includes(payer))
      checkHouseBears(
        shares.map((share) => ({ payer: share.payer, payerReason, borneBp: borneBp(totalFen, share) })),
        await houseLimitOf(tx, actor, order),
      )
    const measure = { shareBp, amountFen }
    await tx.jobShare.upsert({
      where: { dealershipId_jobId_payer: { dealershipId, jobId, payer } },
      create: { dealershipId, jobId, payer, ...measure },
      update: measure,
      select: { id: true },
    })
    return {
      result: { jobId },
      subject: { type: 'order', id: order.id },
      visitId: order.visitId,
      facts: {
        no: order.no,
        change: 'shareLine',
        title: job.title,
        payer,
        payerReason: payerReason ?? '',
        shareBp,
        amountFen,
      },
    }
  },
)

/** Takes a payer off a line; what it bore goes back to the payer of the line. Refuses with `order.not-editable`. */
export const dropShare = command('order.edit', DropShare, async ({ tx, actor, now }, { jobId, payer }) => {
  const { dealershipId } = actor
  const { job, order } = await jobToEdit(tx, actor, jobId, now)
  const { count } = await tx.jobShare.deleteMany({ where: { dealershipId, jobId, payer } })
  if (!count) throw new Refusal('common.not-found')
  return {
    result: { jobId },
    subject: { type: 'order', id: order.id },
    visitId: order.visitId,
    facts: { no: order.no, change: 'dropShare', title: job.title, payer },
  }
})

type Given = { payer: Payer; payerReason?: string; shareBp?: number; amountFen?: number }

/**
 * Writes who else bears a part of a new line. Refuses with `order.share-of-own-payer`, `order.shares-above-line`,
 * `order.payer-reason-missing` or `order.goodwill-above-limit`.
 */
export async function keepShares(
  tx: Tx,
  dealershipId: string,
  jobId: string,
  { shares: given, limitBp }: { shares: Given[]; limitBp: number },
): Promise<void> {
  if (!given.length) return
  const job = await tx.job.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: jobId } },
    include: { jobParts: true },
  })
  const shares = given.map(({ payer, shareBp = null, amountFen = null }) => ({ payer, shareBp, amountFen }))
  const { totalFen } = jobAmounts(job)
  checkShares({ payer: job.payer, totalFen }, shares)
  const reasons = shares.map((share, i) => ({
    payer: share.payer,
    payerReason: given[i]?.payerReason,
    borneBp: borneBp(totalFen, share),
  }))
  checkHouseBears(reasons, limitBp)
  await tx.jobShare.createMany({ data: shares.map((share) => ({ dealershipId, jobId, ...share })) })
}
