import 'server-only'
import { settingsOf } from '@/lib/dealership/server/settings'
import { LIVE_JOBS } from '@/lib/orders/job'
import { payersOfJob } from '@/lib/orders/totals'
import type { Tx } from '@/lib/server/db'
import { billAmounts, type BillLine } from '../bill'

const PART = {
  no: true,
  model: true,
  unit: true,
  brand: true,
  warrantyMonths: true,
  warrantyKm: true,
} as const

/** The lines of the bill with their stories: the customer's words, the consent, the hands and the inspection. */
export async function billedLines(tx: Tx, dealershipId: string, orderId: string): Promise<BillLine[]> {
  const taxBp = (await settingsOf(tx))['tax.rateBp']
  const jobs = await tx.job.findMany({
    where: { dealershipId, orderId, status: { in: [...LIVE_JOBS] } },
    orderBy: { position: 'asc' },
    include: {
      jobShares: { orderBy: { id: 'asc' } },
      jobParts: { include: { part: { select: PART } }, orderBy: { id: 'asc' } },
      problem: { select: { text: true } },
      approval: { select: { givenBy: true, channel: true, at: true } },
      additionalWork: { select: { why: true, what: true } },
      doneBy: { select: { name: true, nameEn: true } },
      inspectionLines: {
        where: { result: 'pass' },
        orderBy: { id: 'desc' },
        take: 1,
        select: {
          inspection: { select: { finishedAt: true, inspector: { select: { name: true, nameEn: true } } } },
        },
      },
    },
  })
  return jobs.map((job) => {
    const inspection = job.inspectionLines[0]?.inspection
    return {
      jobId: job.id,
      title: job.title,
      titleEn: job.titleEn,
      payer: job.payer,
      minutes: job.minutes,
      ...billAmounts(job),
      ...(job.priceAfterInspection ? { afterInspection: true } : {}),
      ...(job.jobShares.length
        ? { shares: payersOfJob(job, taxBp).map(({ payer, totalFen }) => ({ payer, totalFen })) }
        : {}),
      story: {
        problem: job.problem?.text ?? '',
        reason: job.additionalWork?.why || job.reason,
        additional: job.additionalWorkId !== null,
        consentBy: job.approval?.givenBy ?? '',
        consentChannel: job.approval?.channel ?? '',
        consentAt: job.approval?.at.toISOString() ?? null,
        technician: job.doneBy?.name ?? '',
        technicianEn: job.doneBy?.nameEn ?? '',
        doneAt: job.doneAt?.toISOString() ?? null,
        workDone: job.workDoneNote,
        inspector: inspection?.inspector?.name ?? '',
        inspectorEn: inspection?.inspector?.nameEn ?? '',
        inspectedAt: inspection?.finishedAt?.toISOString() ?? null,
      },
    }
  })
}
