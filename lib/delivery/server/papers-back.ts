import 'server-only'
import { query } from '@/lib/server/doors'
import { ofVisit } from '@/lib/reception/schemas'

const PAPERS = ['licence', 'booklet', 'keys'] as const
export type PaperBack = { paper: (typeof PAPERS)[number]; at: Date }

/** What of the papers and keys taken in at reception was given back at the hand-over, and when (S2-65). */
export const papersBack = query(
  'visit.list',
  ofVisit,
  async ({ tx, actor }, { visitId }): Promise<PaperBack[]> => {
    const checks = await tx.handOverCheck.findMany({
      where: {
        dealershipId: actor.dealershipId,
        key: { in: [...PAPERS] },
        handOver: { order: { visitId } },
      },
      orderBy: { at: 'asc' },
      select: { key: true, at: true },
    })
    return PAPERS.flatMap((paper) => {
      const given = checks.find(({ key }) => key === paper)
      return given ? [{ paper, at: given.at }] : []
    })
  },
)
