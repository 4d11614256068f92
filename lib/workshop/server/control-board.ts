import 'server-only'
import * as z from 'zod'
import { day as dayField, optional } from '@/lib/core/fields'
import { dayInterval, dayOf } from '@/lib/core/time'
import { openInterval } from '@/lib/dealership/open-day'
import { openDays } from '@/lib/dealership/server/open-days'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { axisOf, boardBlocks, boardJobs, dispatchMinutes, hoursOf, isUndone, nextTasks } from '../board'
import { boardRows } from './board-rows'
import { clockedOn, expectedCars, sideQueues, startedOn } from './board-sides'
import { dutyFrom, liveEntries, withRunning } from './live-plan'

/** The control board of a day: the ten facts S5-01 to S5-10, from one reading of the plan, seen from `now`. */
export const controlBoard = query(
  'board.read',
  z.object({ day: optional(dayField) }),
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const { timeZone } = await thisDealership(tx, dealershipId)
    const day = input.day ?? dayOf(now, timeZone)
    const interval = dayInterval(day, timeZone)
    const settings = await settingsOf(tx)
    const [openDay] = await openDays(tx, dealershipId, day, 1)
    const open = openDay ? openInterval(openDay, timeZone) : null

    const duty = await dutyFrom(tx, now)
    const live = await withRunning(tx, await liveEntries(tx), now)
    const { technicians, bays, rows, blocks: blockRows } = await boardRows(tx, interval, day)
    const priorities = new Map(blockRows.map(({ jobId, priority }) => [jobId, priority]))
    const bufferMinutes = settings['promise.bufferMinutes']
    const jobs = boardJobs({ now, jobs: rows, live, priorities, technicians, duty, bufferMinutes })
    const blocks = boardBlocks(blockRows, jobs, interval, now)

    const booked = await expectedCars(tx, interval)
    const { authority, wash, roadTests } = await sideQueues(tx, actor.locale)
    const usedMinutes = await clockedOn(tx, interval, now)
    const bookedMinutes = booked.reduce((sum, { labourMinutes }) => sum + labourMinutes, 0)
    const productivityBp = settings['capacity.productivityBp']
    const undone = jobs.filter(({ status }) => isUndone(status))
    return {
      day,
      today: dayOf(now, timeZone),
      now,
      axis: axisOf(open, interval, blocks),
      open,
      technicians: technicians.map((one) => ({
        ...one,
        duty: (duty.get(one.id) ?? []).filter(
          ({ start, end }) => start < interval.end && end > interval.start,
        ),
      })),
      bays,
      blocks,
      /** S5-01, with the technician (S5-08) and the expected completion (S5-10) of each. */
      confirmed: jobs,
      queue: undone.filter(({ planned }) => !planned),
      /** S5-02 */
      hours: hoursOf(interval, {
        technicians,
        duty,
        blocks,
        usedMinutes,
        bookedMinutes,
        productivityBp,
        now,
      }),
      /** S5-03 */
      priority: undone.filter(({ priority }) => priority),
      /** S5-04 */
      authority,
      /** S5-05 */
      delayed: undone.filter(({ lateMinutes, lateStartMinutes }) => lateMinutes > 0 || lateStartMinutes > 0),
      /** S5-06 */
      wash,
      roadTests,
      /** S5-07 */
      booked,
      /** S5-09 */
      next: [...nextTasks(technicians, jobs)].map(([technicianId, job]) => ({
        technicianId,
        jobId: job.jobId,
      })),
      dispatchMinutes: dispatchMinutes(await startedOn(tx, interval)),
    }
  },
)
