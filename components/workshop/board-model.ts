import { MINUTE } from '@/lib/core/time'
import type { BoardBlock, BoardJob } from '@/lib/workshop/board'
import type { Grade } from '@/lib/workshop/grade'

export type Axis = { start: Date; end: Date }
export type LaneTechnician = {
  id: string
  name: string
  grade: Grade | null
  skills: string[]
  certified: boolean
  duty: { start: Date; end: Date }[]
}
export type BayChoice = { id: string; name: string; kind: string }

/** Where a moment lies on the axis, 0 to 100. */
export const percentOf = (at: Date | number, { start, end }: Axis): number =>
  Math.min(100, Math.max(0, ((+at - +start) / (+end - +start)) * 100))

/** Full hours from the first to the last. */
export function hoursOn({ start, end }: Axis): Date[] {
  const hours: Date[] = []
  for (let at = +start; at <= +end; at += 60 * MINUTE) hours.push(new Date(at))
  return hours
}

const SNAP = 5

/** The moment at a share of the axis, on the five minutes. */
export function momentAt(share: number, { start, end }: Axis): Date {
  const at = +start + Math.min(1, Math.max(0, share)) * (+end - +start)
  return new Date(Math.round(at / (SNAP * MINUTE)) * SNAP * MINUTE)
}

/** A place that the foreman points at: complete enough to ask what follows from it. */
export type Draft = {
  jobId?: string
  planEntryId?: string
  technicianId?: string
  bayId?: string
  startsAt?: Date
}

/** What can be said while the hand still moves: the block there already, or a grade that is too low. */
export function roughClash(
  job: BoardJob,
  technicianId: string,
  start: Date,
  blocks: readonly BoardBlock[],
  ownBlockId?: string,
): BoardBlock | undefined {
  const end = +start + job.minutesLeft * MINUTE
  return blocks.find(
    (block) =>
      block.id !== ownBlockId &&
      block.status !== 'done' &&
      block.technicianId === technicianId &&
      +block.startsAt < end &&
      +start < +block.endsAt,
  )
}
