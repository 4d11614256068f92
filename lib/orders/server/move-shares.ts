import 'server-only'
import type { Prisma, Tx } from '@/lib/server/db'
import { shareFens } from '../shares'
import { jobAmounts, type Payer } from '../totals'

/** Another payer takes over what one payer bears of these lines beside their own payers. */
export async function moveShares(
  tx: Tx,
  lines: Prisma.JobWhereInput,
  { from, to }: { from: Payer; to: Payer },
): Promise<void> {
  const jobs = await tx.job.findMany({
    where: { AND: [lines, { jobShares: { some: { payer: from } } }] },
    include: { jobParts: true, jobShares: { orderBy: { id: 'asc' } } },
  })
  for (const { jobShares, ...job } of jobs) {
    const [, ...fens] = shareFens(jobAmounts(job).totalFen, jobShares)
    const bornFen = (payer: Payer) => fens[jobShares.findIndex((share) => share.payer === payer)] ?? 0
    const key = { dealershipId: job.dealershipId, jobId: job.id }
    if (job.payer === to) await tx.jobShare.deleteMany({ where: { ...key, payer: from } })
    else if (jobShares.some(({ payer }) => payer === to)) {
      await tx.jobShare.deleteMany({ where: { ...key, payer: from } })
      const amountFen = bornFen(from) + bornFen(to)
      await tx.jobShare.updateMany({
        where: { ...key, payer: to },
        data: { shareBp: null, amountFen: Math.max(1, amountFen) },
      })
    } else await tx.jobShare.updateMany({ where: { ...key, payer: from }, data: { payer: to } })
  }
}
