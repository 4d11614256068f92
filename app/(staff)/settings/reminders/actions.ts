'use server'

import { revalidatePath } from 'next/cache'
import { issueScript, retireRule, saveRule } from '@/lib/reminders/server/maintenance-rules'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/settings/reminders')

export const keepRule = formAction(context, saveRule, refresh)
export const endRule = formAction(context, retireRule, refresh)
export const newScript = formAction(context, issueScript, refresh)
