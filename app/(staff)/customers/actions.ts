'use server'

import { revalidatePath } from 'next/cache'
import { keepNote } from '@/lib/customers/server/keep-note'
import { keepPreferences } from '@/lib/customers/server/keep-preferences'
import { keepReach } from '@/lib/customers/server/keep-reach'
import { noteLead, settleLead } from '@/lib/customers/server/leads'
import { setTier } from '@/lib/customers/server/settle-tiers'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const signedIn = () => requireContext()
const shown = () => revalidatePath('/customers', 'layout')

export const note = formAction(signedIn, keepNote, shown)
export const prefer = formAction(signedIn, keepPreferences, shown)
export const reach = formAction(signedIn, keepReach, shown)
export const rank = formAction(signedIn, setTier, shown)
export const hearNeed = formAction(signedIn, noteLead, shown)
export const settleNeed = formAction(signedIn, settleLead, shown)
