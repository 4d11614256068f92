'use server'

import { revalidatePath } from 'next/cache'
import { draftOrderRules, publishOrderRules, saveRulePoint } from '@/lib/orders/server/order-rules'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/settings/order-rules')

export const beginVersion = formAction(context, draftOrderRules, refresh)
export const keepRulePoint = formAction(context, saveRulePoint, refresh)
export const publishVersion = formAction(context, publishOrderRules, refresh)
