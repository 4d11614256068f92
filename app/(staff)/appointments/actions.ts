'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { ZodError } from 'zod'
import { acceptOffer, withdrawWaiting } from '@/lib/appointments/server/answer-offer'
import { answerRequest } from '@/lib/appointments/server/answer-request'
import { awaitParts } from '@/lib/appointments/server/await-parts'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { chooseWay } from '@/lib/appointments/server/choose-way'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { joinWaitingList } from '@/lib/appointments/server/join-waiting-list'
import { makeRequest } from '@/lib/appointments/server/make-request'
import { markNoShow } from '@/lib/appointments/server/mark-no-show'
import { offerNow } from '@/lib/appointments/server/offer-places'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { otherWays } from '@/lib/appointments/server/other-ways'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { settlePickUp } from '@/lib/appointments/server/settle-pick-up'
import { returnLoaner, settleTrip } from '@/lib/appointments/server/settle-trip'
import { waysOfComing } from '@/lib/appointments/server/ways-of-coming'
import type { FreeWays } from '@/lib/appointments/way'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { linkBooking } from '@/lib/reminders/server/settle-contact'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'
import type { FormState } from '@/lib/core/form-state'
import type { PickableDay } from '@/components/appointments/slot-picker'

const shown = () => revalidatePath('/appointments', 'layout')
const signedIn = () => requireContext()

/** A booking that came of a reminder call belongs to it at once; one that cannot be linked now is found by the night. */
async function bookOfCall(context: Parameters<typeof bookAppointment>[0], raw: unknown) {
  const booked = await bookAppointment(context, raw)
  const { contactTaskId } = raw as { contactTaskId?: unknown }
  if (typeof contactTaskId === 'string')
    await linkBooking(context, { taskId: contactTaskId, appointmentId: booked.id }).catch(unlessRefused)
  return booked
}

function unlessRefused(error: unknown) {
  if (!(error instanceof Refusal || error instanceof ZodError)) throw error
}

export const bookForCustomer = formAction(signedIn, bookOfCall, ({ id }) => {
  shown()
  redirect(`/appointments/${id}`)
})
export const putOnList = formAction(signedIn, joinWaitingList, () => {
  shown()
  redirect('/appointments/waiting')
})
export const offerToWaiting = formAction(signedIn, offerNow, shown)
export const takeOffer = formAction(signedIn, acceptOffer, shown)
export const withdrawFromList = formAction(signedIn, withdrawWaiting, shown)
export const noteRequest = formAction(signedIn, makeRequest, shown)
export const answerCustomer = formAction(signedIn, answerRequest, shown)
export const raiseRate = formAction(signedIn, changeSetting, shown)
export const move = formAction(signedIn, rescheduleAppointment, ({ id }) => {
  shown()
  redirect(`/appointments/${id}`)
})
export const cancel = formAction(signedIn, cancelAppointment, shown)
export const confirm = formAction(signedIn, confirmAppointment, shown)
export const prepare = formAction(signedIn, prepareAppointment, () => {
  shown()
  revalidatePath('/today')
})
export const orderParts = formAction(signedIn, awaitParts, shown)
export const settleFetching = formAction(signedIn, settlePickUp, shown)
export const comeAnotherWay = formAction(signedIn, chooseWay, shown)
export const tripIsDriven = formAction(signedIn, settleTrip, shown)
export const loanerIsBack = formAction(signedIn, returnLoaner, shown)
export const missed = formAction(signedIn, markNoShow, shown)

export type StaffWish = {
  packageIds: string[]
  wishes: number
  adviserId: string
  waiting?: 'waits' | 'leaves'
  movingId?: string
}

/** The one form of the desk books a time, or puts the caller on the waiting list. */
export async function bookOrWait(previous: FormState, form: FormData): Promise<FormState> {
  return form.get('waitingList') ? putOnList(previous, form) : bookForCustomer(previous, form)
}

/** Free times for the work; times without room are shown only to who may book past capacity. */
export async function freeTimes(wish: StaffWish): Promise<PickableDay[]> {
  const context = await requireContext('slot.list')
  const { days } = await openSlots(context, { ...wish, days: 21 })
  const past = may(context.actor, 'appointment.override')
  return past ? days : days.map((day) => ({ ...day, slots: day.slots.filter(({ over }) => !over) }))
}

/** Free times for a booking that is to be moved, with a word to the customer. */
export async function timesToMove(appointmentId: string): Promise<PickableDay[]> {
  const { days } = await openSlots(await requireContext('slot.list'), { movingId: appointmentId, days: 21 })
  return days.map((day) => ({ ...day, slots: day.slots.filter(({ over }) => !over) }))
}

/** Drivers and loaner cars at a time to which a booking may be moved. */
export async function waysToMove(movingId: string, startsAt: string, readyAt: string): Promise<FreeWays> {
  return waysOfComing(await requireContext('slot.list'), { movingId, startsAt, readyAt })
}

/** What else the desk can offer when a day is full. */
export async function findOtherWays(wish: StaffWish & { from?: string }) {
  return otherWays(await requireContext('slot.list'), { ...wish })
}
