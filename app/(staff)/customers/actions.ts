'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/core/form-state'
import { correctParticulars, correctVehicle } from '@/lib/customers/server/correct-particulars'
import { keepApart } from '@/lib/customers/server/duplicates'
import { keepHeard } from '@/lib/customers/server/keep-heard'
import { keepNote } from '@/lib/customers/server/keep-note'
import { keepPreferences } from '@/lib/customers/server/keep-preferences'
import { keepReach } from '@/lib/customers/server/keep-reach'
import { addLabel, labelCustomer, removeLabel } from '@/lib/customers/server/labels'
import { noteLead, settleLead } from '@/lib/customers/server/leads'
import { mergeCustomers } from '@/lib/customers/server/merge-customers'
import { revealPhone, revealVin } from '@/lib/customers/server/reveal'
import { setTier } from '@/lib/customers/server/settle-tiers'
import { setParty, transferVehicle } from '@/lib/customers/server/transfer-vehicle'
import { undoMerge } from '@/lib/customers/server/undo-merge'
import { keepConsent } from '@/lib/reminders/server/keep-consent'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const signedIn = () => requireContext()
const shown = () => revalidatePath('/customers', 'layout')

export const note = formAction(signedIn, keepNote, shown)
export const prefer = formAction(signedIn, keepPreferences, shown)
export const reach = formAction(signedIn, keepReach, shown)
export const heard = formAction(signedIn, keepHeard, shown)
export const rank = formAction(signedIn, setTier, shown)
export const hearNeed = formAction(signedIn, noteLead, shown)
export const settleNeed = formAction(signedIn, settleLead, shown)
export const label = formAction(signedIn, labelCustomer, shown)
export const listLabel = formAction(signedIn, addLabel, shown)
export const unlistLabel = formAction(signedIn, removeLabel, shown)
export const correct = formAction(signedIn, correctParticulars, shown)
export const correctCar = formAction(signedIn, correctVehicle, shown)
export const consent = formAction(signedIn, keepConsent, shown)
export const handOn = formAction(signedIn, transferVehicle, shown)
export const changeParty = formAction(signedIn, setParty, shown)
export const part = formAction(signedIn, undoMerge, shown)

export const merge = formAction(signedIn, mergeCustomers, ({ customerId }) => {
  shown()
  redirect(`/customers/${customerId}`)
})

export const distinguish = formAction(signedIn, keepApart, () => {
  shown()
  redirect('/customers/duplicates')
})

/** The number goes to the screen of who asked and nowhere else: no key keeps the answer. */
export async function reveal(previous: FormState, form: FormData): Promise<FormState & { value?: string }> {
  let value = ''
  form.delete('formKey')
  const show = formAction(
    () => requireContext(),
    (context, raw) =>
      (raw as { vehicleId?: string }).vehicleId ? revealVin(context, raw) : revealPhone(context, raw),
    (shown) => {
      value = shown.value
    },
  )
  const state = await show(previous, form)
  return state.ok ? { ...state, value } : state
}
