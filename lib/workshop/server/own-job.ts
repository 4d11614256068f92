import 'server-only'
import type { StaffActor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import type { Writing } from '@/lib/server/doors'

/** The signed-in technician; nobody else has jobs of their own. */
export function technicianOf(actor: Writing['actor']): StaffActor {
  if (actor.kind !== 'staff') throw new Refusal('auth.forbidden')
  return actor
}

/**
 * A job with what its technician needs to clock on and off. It is theirs when the live plan entry names them; a job sent
 * back by the inspector or paused for a reason stays with the one who worked on it. Refuses with `job.not-yours`.
 */
export async function ownJob(tx: Tx, { dealershipId, id: technicianId }: StaffActor, jobId: string) {
  const job = await tx.job.findUnique({
    where: { dealershipId_id: { dealershipId, id: jobId } },
    include: {
      order: {
        select: {
          id: true,
          no: true,
          status: true,
          visitId: true,
          workStartedAt: true,
          vehicle: { select: { plate: true } },
        },
      },
      planEntries: { orderBy: { createdAt: 'desc' } },
      clockings: { orderBy: { startsAt: 'asc' } },
      reworks: { where: { doneAt: null }, orderBy: { openedAt: 'desc' } },
    },
  })
  if (!job) throw new Refusal('job.not-yours')
  const live = job.planEntries.find(({ status }) => status === 'planned' || status === 'active') ?? null
  const keeper = live ? live.technicianId : keeperOf(job)
  if (keeper !== technicianId) throw new Refusal('job.not-yours')
  return {
    ...job,
    live,
    lastEntry: job.planEntries[0] ?? null,
    openClocking: job.clockings.find(({ endsAt }) => endsAt === null) ?? null,
  }
}

type Kept = {
  status: string
  doneById: string | null
  reworks: { technicianId: string | null }[]
  clockings: { technicianId: string }[]
}

/** Who keeps a job that has no live place in the plan: who must do it again, or who paused it. */
export function keeperOf({ status, doneById, reworks, clockings }: Kept): string | null {
  if (status === 'rework') return reworks[0]?.technicianId ?? doneById
  if (status === 'paused') return clockings.at(-1)?.technicianId ?? null
  return null
}

export type OwnJob = Awaited<ReturnType<typeof ownJob>>
