'use server'

import { revalidatePath } from 'next/cache'
import { instant } from '@/lib/core/time'
import { fenOfYuan } from '@/lib/delivery/yuan'
import { advanceComplaint } from '@/lib/follow-up/server/advance-complaint'
import { attemptFollowUp } from '@/lib/follow-up/server/attempt-follow-up'
import { completeFollowUp } from '@/lib/follow-up/server/complete-follow-up'
import { openComplaint } from '@/lib/follow-up/server/open-complaint'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/follow-up', 'layout')

export const attempt = formAction(
  context,
  async (made, raw) => attemptFollowUp(made, inZone(raw, (await requireContext()).timeZone)),
  refresh,
)
export const complete = formAction(context, completeFollowUp, refresh)
export const advance = formAction(context, (made, raw) => advanceComplaint(made, inFen(raw)), refresh)
export const complain = formAction(context, openComplaint, () => {
  refresh()
  revalidatePath('/customers', 'layout')
})

/** The desk types the wall clock of the dealership. */
function inZone(raw: unknown, timeZone: string): object {
  const { callAt, ...rest } = raw as { callAt?: unknown }
  const [day, time] = String(callAt ?? '').split('T')
  return day && time ? { ...rest, callAt: instant(day, time.slice(0, 5), timeZone).toISOString() } : rest
}

/** The desk types yuan. */
function inFen(raw: unknown): object {
  const { compensationFen, ...rest } = raw as { compensationFen?: unknown }
  return compensationFen === undefined
    ? rest
    : { ...rest, compensationFen: fenOfYuan(String(compensationFen) || '0') }
}
