import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { ExplainRework } from '../schemas'

/** Records why work had to be done again. Refuses with `common.not-found`. */
export const explainRework = command(
  'rework.explain',
  ExplainRework,
  async ({ tx, actor }, { reworkId, rootCause }) => {
    const { dealershipId } = actor
    const where = { dealershipId_id: { dealershipId, id: reworkId } }
    const rework = await tx.rework.findUnique({
      where,
      select: { jobId: true, job: { select: { order: { select: { no: true, visitId: true } } } } },
    })
    if (!rework) throw new Refusal('common.not-found')
    await tx.rework.update({ where, data: { rootCause }, select: { id: true } })
    const { no, visitId } = rework.job.order
    return {
      result: { id: reworkId },
      subject: { type: 'job', id: rework.jobId },
      visitId,
      facts: { no, rootCause },
    }
  },
)
