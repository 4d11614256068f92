'use server'

import { revalidatePath } from 'next/cache'
import { sendMessageAgain } from '@/lib/dealership/server/send-message-again'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

export const sendAgain = formAction(
  () => requireContext(),
  sendMessageAgain,
  () => revalidatePath('/outbox'),
)
