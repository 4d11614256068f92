import * as z from 'zod'
import * as f from '../core/fields'

/** What a proposal rests on: a service that is due, work declined earlier, a recall, an offered package, or another reason. */
export const PROPOSAL_KINDS = ['due', 'declined', 'recall', 'package', 'other'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** A proposal without an answer stays `proposed`. */
export const PROPOSAL_OUTCOMES = ['proposed', 'accepted', 'declined'] as const
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number]

/** Months after the last visit from which a check is proposed when no service is due (S1-07). */
export const CHECK_AFTER_MONTHS = 6

/** Work that may be proposed for a car; a title that is empty is said by its reference, `service` or `check`. */
export type Need = {
  kind: ProposalKind
  reference: string
  title: string
  titleEn: string
  /** Booked when the proposal is accepted; without one the title becomes a wish in own words. */
  packageId: string | null
  /** The day it is due, was declined or listed: 'YYYY-MM-DD'. */
  on: string | null
  /** Kilometres left until a due service; below zero when they are driven already. */
  remainingKm: number | null
  /** Declined, although it concerns safety. */
  safety?: boolean
}

const Answered = z.object({
  kind: z.enum(PROPOSAL_KINDS),
  reference: f.requiredText(60),
  outcome: z.enum(PROPOSAL_OUTCOMES),
})
export type AnsweredProposal = z.output<typeof Answered>

/** One proposal with its answer as a form carries it: `kind:reference:outcome`. */
export const proposalField = (
  { kind, reference }: Pick<Need, 'kind' | 'reference'>,
  outcome: ProposalOutcome,
) => [kind, reference, outcome].join(':')

/** An object, or the text of `proposalField`. */
export const Proposal = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  const [kind, reference, outcome] = value.split(':')
  return { kind, reference, outcome }
}, Answered)
