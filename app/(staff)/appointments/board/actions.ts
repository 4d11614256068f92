'use server'

import { revalidatePath } from 'next/cache'
import { ZodError } from 'zod'
import { moveConsequence } from '@/lib/appointments/server/move-consequence'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { Refusal } from '@/lib/core/refusal'
import { formAction } from '@/lib/server/form-action'
import { refusedFor } from '@/lib/server/refused'
import { requireContext } from '@/lib/server/session'
import type { Place } from '@/components/appointments/board/use-consequence'

export const moveOnBoard = formAction(
  () => requireContext(),
  rescheduleAppointment,
  () => revalidatePath('/appointments', 'layout'),
)

/** What would follow from a place on the board; null when the question makes no sense. */
export async function askConsequence(place: Place) {
  try {
    const consequence = await moveConsequence(await requireContext(), place)
    if (consequence.possible) return consequence
    const { refused, nearest, ways } = consequence
    const { text } = await refusedFor(new Refusal(refused.code, refused.facts))
    return { possible: false as const, text, nearest, ways }
  } catch (error) {
    if (error instanceof ZodError || error instanceof Refusal) return null
    throw error
  }
}
