'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { instant } from '@/lib/core/time'
import { closeContactPlan, makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import { giveGift } from '@/lib/reminders/server/give-gift'
import { recordLetters } from '@/lib/reminders/server/letters'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { scoreCall } from '@/lib/reminders/server/score-call'
import { optOut, postponeContact } from '@/lib/reminders/server/settle-contact'
import { writeMessage } from '@/lib/reminders/server/write-message'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/reminders', 'layout')

export const attempt = formAction(
  context,
  async (made, raw) => recordContact(made, inZone(raw, 'callAt', (await requireContext()).timeZone)),
  refresh,
)
export const postpone = formAction(
  context,
  async (made, raw) => postponeContact(made, inZone(raw, 'until', (await requireContext()).timeZone)),
  refresh,
)
export const write = formAction(context, writeMessage, refresh)
export const sendLetters = formAction(context, recordLetters, () => redirect('/reminders'))
export const refuseAll = formAction(context, optOut, refresh)
export const score = formAction(context, scoreCall, refresh)
export const handOver = formAction(context, giveGift, refresh)
export const makePlan = formAction(context, makeContactPlan, refresh)
export const closePlan = formAction(context, closeContactPlan, refresh)

/** The desk types the wall clock of the dealership. */
function inZone(raw: unknown, field: string, timeZone: string): object {
  const { [field]: typed, ...rest } = raw as Record<string, unknown>
  const [day, time] = String(typed ?? '').split('T')
  return day && time ? { ...rest, [field]: instant(day, time.slice(0, 5), timeZone).toISOString() } : rest
}
