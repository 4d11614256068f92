'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/core/form-state'
import type { Outcome } from '@/lib/dealership/message-outcome'
import { saveMessageChannel, switchMessageChannel } from '@/lib/dealership/server/message-channels'
import { testMessageChannel } from '@/lib/dealership/server/test-message-channel'
import { messageWording } from '@/lib/i18n/message-wording'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/settings/messages')

export const keepChannel = formAction(context, saveMessageChannel, refresh)
export const switchChannel = formAction(context, switchMessageChannel, refresh)

/** Answers what the provider said, besides the state of the form. */
export async function tryChannel(
  previous: FormState,
  form: FormData,
): Promise<FormState & { outcome?: Outcome }> {
  let outcome: Outcome | undefined
  const state = await formAction(
    context,
    async (made, raw) => {
      const delivering = { wording: messageWording, clock: () => new Date() }
      outcome = await testMessageChannel(made, raw, delivering)
    },
    refresh,
  )(previous, form)
  return outcome ? { ...state, outcome } : state
}
