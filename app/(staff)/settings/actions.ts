'use server'

import { revalidatePath } from 'next/cache'
import { changeCalendarDay, changeOpeningHours } from '@/lib/dealership/server/change-hours'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { revokeApiKey, makeApiKey } from '@/lib/dealership/server/api-keys'
import { blockHours, closeBay, endClosure } from '@/lib/dealership/server/closures'
import { saveBay } from '@/lib/dealership/server/manage-bays'
import { clearShift, giveShifts } from '@/lib/dealership/server/manage-shifts'
import { addBookingGift, withdrawBookingGift } from '@/lib/dealership/server/booking-gifts'
import { addQuietOffer, withdrawQuietOffer } from '@/lib/dealership/server/quiet-offers'
import { savePoint } from '@/lib/reception/server/shift-check'
import type { FormState } from '@/lib/core/form-state'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/settings', 'layout')

export const change = formAction(context, changeSetting, refresh)
export const setHours = formAction(context, changeOpeningHours, refresh)
export const setDay = formAction(context, changeCalendarDay, refresh)
export const offerQuiet = formAction(context, addQuietOffer, refresh)
export const withdrawQuiet = formAction(context, withdrawQuietOffer, refresh)
export const offerGift = formAction(context, addBookingGift, refresh)
export const withdrawGift = formAction(context, withdrawBookingGift, refresh)
export const keepBay = formAction(context, saveBay, refresh)
export const closeOneBay = formAction(context, closeBay, refresh)
export const blockTimes = formAction(context, blockHours, refresh)
export const endOneClosure = formAction(context, endClosure, refresh)
export const keepPoint = formAction(context, savePoint, () => {
  refresh()
  revalidatePath('/reception', 'layout')
})
export const planShifts = formAction(context, giveShifts, refresh)
/** The button of a cell names person and day. */
export const takeShift = formAction(
  context,
  (made, raw) => {
    const [staffId, day] = String((raw as { shift?: unknown }).shift).split(' ')
    return clearShift(made, { staffId, day })
  },
  refresh,
)
export const revokeKey = formAction(context, revokeApiKey, refresh)

/** The one answer that ever holds the key. */
export async function makeKey(previous: FormState, form: FormData): Promise<FormState & { key?: string }> {
  let made = ''
  const state = await formAction(context, makeApiKey, ({ key }) => {
    made = key
    refresh()
  })(previous, form)
  return made ? { ...state, key: made } : state
}
