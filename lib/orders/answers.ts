import type { AdditionalWorkAction } from './additional-work'
import { Refusal } from '../core/refusal'
import type { ReadOut } from './schemas'

export type Answer = { jobId: string; approve: boolean; reason?: string }

/**
 * The answers in the order of the lines: one to each, a reason with each no.
 * Refuses with `additionalWork.line-unanswered` or `additionalWork.decline-reason-missing`.
 */
export function checkAnswers(jobIds: readonly string[], answers: readonly Answer[]): Answer[] {
  const known = answers.every(({ jobId }) => jobIds.includes(jobId))
  if (!known || answers.length !== jobIds.length) throw new Refusal('additionalWork.line-unanswered')
  return jobIds.map((jobId) => {
    const answer = answers.find((one) => one.jobId === jobId)
    if (!answer) throw new Refusal('additionalWork.line-unanswered')
    if (!answer.approve && !answer.reason) throw new Refusal('additionalWork.decline-reason-missing')
    return answer
  })
}

/** How a request moves when its lines are answered so. */
export function actionOf(
  answers: readonly Answer[],
): Extract<AdditionalWorkAction, 'approve' | 'approvePart' | 'decline'> {
  if (answers.every(({ approve }) => approve)) return 'approve'
  return answers.some(({ approve }) => approve) ? 'approvePart' : 'decline'
}

/** What must be read out before a yes on the telephone counts: what, its price and, where it moves, the new time. */
export const missingReadOut = (read: readonly ReadOut[], newTime: boolean): ReadOut[] =>
  (['what', 'price', 'time'] as const).filter(
    (point) => !read.includes(point) && (point !== 'time' || newTime),
  )
