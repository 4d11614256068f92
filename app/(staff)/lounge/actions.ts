'use server'
import { revalidatePath } from 'next/cache'
import { instant } from '@/lib/core/time'
import { announceDelay } from '@/lib/lounge/server/announce-delay'
import { arriveInLounge } from '@/lib/lounge/server/arrive-in-lounge'
import { keepPromise } from '@/lib/lounge/server/keep-promise'
import { makePromise } from '@/lib/lounge/server/make-promise'
import { recordCare } from '@/lib/lounge/server/record-care'
import { setWaiting } from '@/lib/lounge/server/set-waiting'
import { tellProgress } from '@/lib/lounge/server/tell-progress'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = async () => requireContext()
const refresh = async () => revalidatePath('/lounge')

export const arrive = formAction(context, arriveInLounge, refresh)
export const care = formAction(context, recordCare, refresh)
export const tell = formAction(context, tellProgress, refresh)
export const promise = formAction(context, makePromise, refresh)
export const keep = formAction(context, keepPromise, refresh)
export const waiting = formAction(context, setWaiting, refresh)
export const delay = formAction(context, announceDelayOnWallClock, refresh)

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/

/** The form speaks in the dealership's wall clock and in yuan. */
async function announceDelayOnWallClock(made: Parameters<typeof announceDelay>[0], raw: unknown) {
  const { costYuan, newPromisedAt, ...rest } = raw as Record<string, unknown>
  const [, day, time] = WALL_CLOCK.exec(String(newPromisedAt)) ?? []
  const { timeZone } = await requireContext()
  return announceDelay(made, {
    ...rest,
    newPromisedAt: day && time ? instant(day, time, timeZone).toISOString() : undefined,
    costFen: costYuan ? Number(costYuan) * 100 : undefined,
  })
}
