'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { openDispute } from '@/lib/follow-up/server/dispute'
import { openOrder } from '@/lib/orders/server/open-order'
import { tieComeback } from '@/lib/orders/server/tie-comeback'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { answerHelp, askDirector } from '@/lib/reception/server/ask-director'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { changeParties } from '@/lib/reception/server/change-parties'
import { confirmParticulars } from '@/lib/reception/server/confirm-particulars'
import { endDrive } from '@/lib/reception/server/end-drive'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { planDrive } from '@/lib/reception/server/plan-drive'
import { signReception } from '@/lib/reception/server/sign-reception'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { takeOverVisit } from '@/lib/reception/server/take-over-visit'
import { giveGift } from '@/lib/reception/server/visit-gifts'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()

const refresh = () => {
  revalidatePath('/today')
  revalidatePath('/reception', 'layout')
  revalidatePath('/orders', 'layout')
}
const toVisit = ({ visitId }: { visitId: string }) => {
  refresh()
  redirect(`/reception/${visitId}`)
}

export const arrive = formAction(context, arriveVisit, toVisit)
/** From a list: the list shows the running seconds at once. */
export const arriveHere = formAction(context, arriveVisit, refresh)
export const greet = formAction(context, greetVisit, refresh)
export const takeOver = formAction(context, takeOverVisit, refresh)
export const start = formAction(context, startInspection, refresh)
export const sign = formAction(context, signReception, refresh)
export const handGift = formAction(context, giveGift, refresh)
export const tieToEarlier = formAction(context, tieComeback, refresh)
export const toDesk = formAction(context, bringToDesk, refresh)
export const leave = formAction(context, leaveWithoutOrder, refresh)
export const makeOrder = formAction(context, openOrder, ({ id }) => {
  refresh()
  redirect(`/orders/${id}`)
})
export const changePerson = formAction(context, changeParties, refresh)
export const confirm = formAction(context, confirmParticulars, refresh)
export const dispute = formAction(context, openDispute, () => {
  refresh()
  revalidatePath('/follow-up', 'layout')
})
export const keepDrive = formAction(context, planDrive, refresh)
export const finishDrive = formAction(context, endDrive, refresh)
export const askHelp = formAction(context, askDirector, refresh)
export const giveHelp = formAction(context, answerHelp, refresh)
