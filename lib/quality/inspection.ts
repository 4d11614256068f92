import { Refusal } from '../core/refusal'

/** What is looked at once per car, besides every line of work (S6-17). */
export const CHECK_GROUPS = ['exterior', 'interior', 'functions', 'performance'] as const
export type CheckGroup = (typeof CHECK_GROUPS)[number]

export type LineResult = 'pass' | 'fail'
export type InspectedLine = {
  group: CheckGroup | 'job'
  jobId: string | null
  result: LineResult | null
  reason: string
}

/** Refuses with `inspection.own-work` when the inspector has had a hand in the order. */
export function checkSeparation(inspectorId: string, workers: readonly string[]): void {
  if (workers.includes(inspectorId)) throw new Refusal('inspection.own-work')
}

/**
 * A failed line says why, and names the line of work that has to be put right.
 * Refuses with `inspection.reason-wanted` or `inspection.job-wanted`.
 */
export function checkLine(line: InspectedLine): void {
  if (line.result !== 'fail') return
  if (line.reason === '') throw new Refusal('inspection.reason-wanted')
  if (line.jobId === null) throw new Refusal('inspection.job-wanted')
}

/**
 * Passed only when every single line has passed (S6-10).
 * Refuses with `inspection.lines-open` while a line is undecided, and as `checkLine` does.
 */
export function outcome(lines: readonly InspectedLine[]): 'passed' | 'failed' {
  const open = lines.filter(({ result }) => result === null).length
  if (open > 0 || lines.length === 0) throw new Refusal('inspection.lines-open', { count: open })
  lines.forEach(checkLine)
  return lines.every(({ result }) => result === 'pass') ? 'passed' : 'failed'
}

/** The lines of work that have to be done again, each with all the reasons found. */
export function reworkOf(lines: readonly InspectedLine[]): Map<string, string[]> {
  const again = new Map<string, string[]>()
  for (const { result, jobId, reason } of lines)
    if (result === 'fail' && jobId) again.set(jobId, [...(again.get(jobId) ?? []), reason])
  return again
}
