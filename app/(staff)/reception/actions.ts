'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { keepNote } from '@/lib/customers/server/keep-note'
import { openDispute } from '@/lib/follow-up/server/dispute'
import { keepPromise } from '@/lib/lounge/server/keep-promise'
import { makePromise } from '@/lib/lounge/server/make-promise'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentBooked } from '@/lib/orders/server/present-booked'
import { tieComeback } from '@/lib/orders/server/tie-comeback'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { answerHelp, askDirector } from '@/lib/reception/server/ask-director'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { changeParties } from '@/lib/reception/server/change-parties'
import { confirmParticulars } from '@/lib/reception/server/confirm-particulars'
import { askErrand, doErrand } from '@/lib/reception/server/errands'
import { endDrive } from '@/lib/reception/server/end-drive'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { planDrive } from '@/lib/reception/server/plan-drive'
import { chooseBay } from '@/lib/reception/server/reception-bay'
import { keepShiftCheck } from '@/lib/reception/server/shift-check'
import { signReception } from '@/lib/reception/server/sign-reception'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { answerUnmet, judgeUnmet } from '@/lib/reception/server/unmet-car'
import { setWeather } from '@/lib/reception/server/weather'
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
/** The adviser of the car meets the customer: arrived and greeted at one moment. */
export const receive = formAction(
  context,
  async (made, raw) => {
    const { visitId } = await arriveVisit(made, raw)
    await greetVisit(made, { visitId })
    return { visitId }
  },
  toVisit,
)
export const greet = formAction(context, greetVisit, refresh)
export const takeOver = formAction(context, takeOverVisit, refresh)
export const start = formAction(context, startInspection, refresh)
export const sign = formAction(context, signReception, refresh)
export const handGift = formAction(context, giveGift, refresh)
export const tieToEarlier = formAction(context, tieComeback, refresh)
/** `then`: nothing is left to ask; the order of what was booked follows, as far as the customer's signature. */
export const toDesk = formAction(
  context,
  async (made, raw) => {
    const { visitId, then } = raw as { visitId: string; then?: string }
    await bringToDesk(made, raw)
    if (then !== 'signature') return null
    const { id: orderId } = await openOrder(made, { visitId })
    return { orderId, presented: await presentBooked(made, orderId) }
  },
  (opened) => {
    refresh()
    if (opened) redirect(`/orders/${opened.orderId}${opened.presented ? '/sign' : ''}`)
  },
)
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
export const note = formAction(context, keepNote, refresh)
export const hearWish = formAction(context, makePromise, refresh)
export const keepWish = formAction(context, keepPromise, refresh)
export const ask = formAction(context, askErrand, refresh)
export const done = formAction(context, doErrand, refresh)
export const leadTo = formAction(context, chooseBay, refresh)
export const weather = formAction(context, setWeather, refresh)
export const checkShift = formAction(context, keepShiftCheck, refresh)
export const explain = formAction(context, answerUnmet, refresh)
export const judge = formAction(context, judgeUnmet, refresh)
