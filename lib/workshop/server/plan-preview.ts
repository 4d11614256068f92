import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal, type RefusalCode, type RefusalFacts } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'
import type { Warning } from '../dispatch'
import { forecast } from '../plan'
import { PlanPreview } from '../schemas'
import { dutyFrom, liveEntries, withRunning } from './live-plan'
import { placeJob } from './placing'

export type Consequence =
  | { ok: true; startsAt: string; endsAt: string; minutes: number; bayId: string; bay: string; promisedTo: string | null; spareMinutes: number | null; warnings: Warning[] }
  | { ok: false; refused: { code: RefusalCode; facts: RefusalFacts } } // prettier-ignore

/** What would follow from putting a job there: end, bay, promise, warnings, or why it is refused. Writes nothing. */
export const planPreview = query(
  'job.dispatch',
  PlanPreview,
  async ({ tx, actor, now }, { jobId, planEntryId, ...place }): Promise<Consequence> => {
    const { dealershipId } = actor
    const duty = await dutyFrom(tx, now)
    const live = await withRunning(tx, await liveEntries(tx), now)
    const expected = forecast(live, duty, now)
    const entries = live.map((entry) => {
      const { start: startsAt, end: endsAt } = expected.get(entry.id) ?? {
        start: entry.startsAt,
        end: entry.endsAt,
      }
      return { ...entry, startsAt, endsAt }
    })
    const moving = entries.find(({ id }) => id === planEntryId)
    try {
      const placed = await placeJob(tx, {
        dealershipId,
        locale: actor.locale,
        now,
        plan: { entries, duty },
        jobId,
        place,
        moving,
      })
      return {
        ok: true,
        startsAt: placed.slot.start.toISOString(),
        endsAt: placed.slot.end.toISOString(),
        minutes: placed.minutes,
        bayId: placed.bay.id,
        bay: nameIn(placed.bay, actor.locale),
        promisedTo: placed.job.promisedTo?.toISOString() ?? null,
        spareMinutes: placed.spareMinutes,
        warnings: placed.warnings,
      }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, refused: { code: error.code, facts: error.facts } }
      throw error
    }
  },
)
