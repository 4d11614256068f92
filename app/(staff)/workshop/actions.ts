'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { ZodError } from 'zod'
import { formAction } from '@/lib/server/form-action'
import { refusedFor } from '@/lib/server/refused'
import { requireContext } from '@/lib/server/session'
import { askForAdditionalWork } from '@/lib/workshop/server/ask-for-additional-work'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { Refusal } from '@/lib/core/refusal'
import { movePlanEntry } from '@/lib/workshop/server/move-plan-entry'
import { pauseJob } from '@/lib/workshop/server/pause-job'
import { planPreview } from '@/lib/workshop/server/plan-preview'
import { recordFinding } from '@/lib/workshop/server/record-finding'
import { resumeJob } from '@/lib/workshop/server/resume-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { withdrawPlanEntry } from '@/lib/workshop/server/withdraw-plan-entry'

const staff = () => requireContext()
const board = () => revalidatePath('/workshop')
const mine = () => revalidatePath('/workshop/my', 'layout')

export const dispatch = formAction(staff, dispatchJob, board)
export const move = formAction(staff, movePlanEntry, board)
export const withdraw = formAction(staff, withdrawPlanEntry, board)

/** What would follow from a place in the plan; null while the form is not complete. */
export async function preview(place: Record<string, string>) {
  try {
    const consequence = await planPreview(await requireContext(), place)
    if (consequence.ok) return consequence
    const { code, facts } = consequence.refused
    return { ok: false as const, refused: await refusedFor(new Refusal(code, facts)) }
  } catch (error) {
    if (error instanceof ZodError) return null
    throw error
  }
}

export const start = formAction(staff, startJob, mine)
export const resume = formAction(staff, resumeJob, mine)
export const pause = formAction(staff, pauseJob, () => {
  board()
  mine()
})
export const finish = formAction(staff, finishJob, () => redirect('/workshop/my'))
export const record = formAction(staff, recordFinding, mine)
export const ask = formAction(staff, askForAdditionalWork, mine)
