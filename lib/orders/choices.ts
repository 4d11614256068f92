import { Refusal } from '../core/refusal'
import { jobAmounts, type PricedJob } from './totals'

/** At most so many alternatives of one job: good, better, best. */
export const MAX_ALTERNATIVES = 3
export const RANKS = ['good', 'better', 'best'] as const
export type Rank = (typeof RANKS)[number]

type Offered = PricedJob & { id: string; choiceId: string | null }

/** Refuses with `order.choice-full` when a job already has as many alternatives as a customer can compare. */
export function checkRoomForAlternative(alternatives: number): void {
  if (alternatives >= MAX_ALTERNATIVES) throw new Refusal('order.choice-full', { most: MAX_ALTERNATIVES })
}

/** The rank of each job that is one of several alternatives, by its id: the cheapest is good; of two, the dearer is better. */
export function ranksOf(jobs: readonly Offered[]): Map<string, Rank> {
  const ranks = new Map<string, Rank>()
  const choices = new Set(jobs.flatMap(({ choiceId }) => choiceId ?? []))
  for (const choice of choices)
    jobs
      .filter(({ choiceId }) => choiceId === choice)
      .map((job) => ({ id: job.id, totalFen: jobAmounts(job).totalFen }))
      .sort((a, b) => a.totalFen - b.totalFen || (a.id < b.id ? -1 : 1))
      .forEach(({ id }, at) => ranks.set(id, RANKS[at] ?? 'best'))
  return ranks
}

type PartName = { name: string; nameEn: string }
type Named = { title: string; jobParts: readonly PartName[] }

/** The parts that tell alternatives of the same name from each other: two sets of tyres, fitted the same way. */
export function tellingParts(job: Named, offered: readonly Named[]): PartName[] {
  const alike = offered.filter(({ title }) => title === job.title).length > 1
  return alike ? job.jobParts.map(({ name, nameEn }) => ({ name, nameEn })) : []
}

export type CustomerChoice = {
  jobId: string
  title: string
  titleEn: string
  /** What tells it from another of the same title. */
  parts: PartName[]
  rank: Rank
  totalFen: number
  chosen: boolean
}
type Titled = Omit<Offered, 'jobParts'> & {
  title: string
  titleEn: string
  chosen: boolean
  jobParts: readonly (Offered['jobParts'][number] & PartName)[]
}

/** The choices of an order as a customer sees them: each its alternatives from the cheapest up. */
export function choicesOf(jobs: readonly Titled[]): CustomerChoice[][] {
  const ranks = ranksOf(jobs)
  const choices = new Set(jobs.flatMap(({ choiceId }) => choiceId ?? []))
  return [...choices].map((choice) =>
    jobs
      .filter(({ choiceId }) => choiceId === choice)
      .map((job, _at, offered) => ({
        jobId: job.id,
        title: job.title,
        titleEn: job.titleEn,
        parts: tellingParts(job, offered),
        rank: ranks.get(job.id) ?? 'good',
        totalFen: jobAmounts(job).totalFen,
        chosen: job.chosen,
      }))
      .sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank)),
  )
}
