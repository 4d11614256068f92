'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { ZodError } from 'zod'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { removeFaultPhoto } from '@/lib/appointments/server/fault-photos'
import { joinWaitingList } from '@/lib/appointments/server/join-waiting-list'
import { leaveWaitingList } from '@/lib/appointments/server/leave-waiting-list'
import { publicRequest } from '@/lib/appointments/server/make-request'
import { publicOtherWays } from '@/lib/appointments/server/other-ways'
import { ownCars } from '@/lib/appointments/server/own-cars'
import { publicSlots } from '@/lib/appointments/server/public-slots'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { publicWays } from '@/lib/appointments/server/ways-of-coming'
import { Refusal } from '@/lib/core/refusal'
import { rememberProof } from '@/lib/server/links'
import { formAction } from '@/lib/server/form-action'
import { keepInvitedBooking, proveInvited, sendInvitedCode } from '@/lib/reminders/server/invitation'
import { stopReminders } from '@/lib/reminders/server/stop-reminders'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import type { BookWish } from '@/components/appointments/draft-work'
import type { FormState } from '@/lib/core/form-state'
import type { SlotsWish, WaysWish } from '@/components/appointments/booking-when'
import { answered } from './answer'
import { publicDealerships } from './dealerships'

/** A visitor of a dealership that there is: which one comes from the browser. */
async function visitor(dealershipId: string) {
  const known = (await publicDealerships()).some(({ id }) => id === dealershipId)
  if (!known) throw new Refusal('common.not-found')
  return visitorContext(dealershipId)
}

type Visitor = Awaited<ReturnType<typeof visitor>>

export async function findSlots(dealershipId: string, wish: SlotsWish) {
  return answered(async () => {
    const { days } = await publicSlots(await visitor(dealershipId), { ...wish })
    return days
  })
}

export async function findOtherWays(dealershipId: string, wish: WaysWish) {
  return answered(async () => publicOtherWays(await visitor(dealershipId), { ...wish }))
}

export async function sendCode(dealershipId: string, phone: string) {
  return answered(async () => {
    const context = await visitor(dealershipId)
    const locale = await currentLocale()
    return requestPhoneCode(context, { phone, locale, address: context.address })
  })
}

export async function proveCode(dealershipId: string, phone: string, code: string) {
  return answered(async () => {
    const { proof } = await provePhone(await visitor(dealershipId), { phone, code })
    return { proof }
  })
}

export async function findWays(dealershipId: string, startsAt: string, readyAt: string) {
  return answered(async () => publicWays(await visitor(dealershipId), { startsAt, readyAt }))
}

export async function findOwnCars(dealershipId: string, phone: string, proof: string) {
  return answered(async () => ownCars(await visitor(dealershipId), { phone, proof }))
}

export async function removePhoto(dealershipId: string, phone: string, proof: string, fileId: string) {
  return answered(async () => {
    await removeFaultPhoto(await visitor(dealershipId), { phone, proof, fileId })
    return null
  })
}

export async function join(dealershipId: string, wish: unknown) {
  return answered(async () => {
    const locale = await currentLocale()
    return joinWaitingList(await visitor(dealershipId), { ...(wish as object), locale })
  })
}

export async function sendInvited(dealershipId: string, token: string) {
  return answered(async () => {
    const { address, ...context } = await visitor(dealershipId)
    return sendInvitedCode(context, { token, locale: await currentLocale(), address })
  })
}

export async function proveInvitation(dealershipId: string, token: string, code: string) {
  return answered(async () => proveInvited(await visitor(dealershipId), { token, code }))
}

export async function book(dealershipId: string, wish: BookWish) {
  return answered(async () => {
    const locale = await currentLocale()
    const context = await visitor(dealershipId)
    const { token, id } = await bookAppointment(context, { ...wish, locale })
    if (wish.invited)
      await keepInvitedBooking(context, { token: wish.invited, appointmentId: id }).catch(unlessExpected)
    if (!token) throw new Refusal('auth.link-invalid')
    await rememberProof(token)
    return { href: `/v/${token}/appointment?booked=1` }
  })
}

/** The booking stands, also when the invitation is none, of another car, or over. */
function unlessExpected(error: unknown) {
  if (!(error instanceof Refusal || error instanceof ZodError)) throw error
}

/** A question instead of a booking; the dealership answers by telephone or message. */
export async function ask(dealershipId: string, code: string, previous: FormState, form: FormData) {
  const locale = await currentLocale()
  return formAction(
    () => visitor(dealershipId),
    (context, raw) => publicRequest(context as Visitor, { ...(raw as object), locale }),
    () => redirect(`/book/${encodeURIComponent(code)}/ask?sent=1`),
  )(previous, form)
}

/** The holder of the link leaves the waiting list; the page then says so. */
export async function leave(dealershipId: string, token: string, previous: FormState, form: FormData) {
  return formAction(
    () => visitor(dealershipId),
    (context) => leaveWaitingList(context, { token }),
    () => revalidatePath('/book', 'layout'),
  )(previous, form)
}

/** The reader of a reminder wants no more of them; the page then says so. */
export async function stop(dealershipId: string, token: string, previous: FormState, form: FormData) {
  return formAction(
    () => visitor(dealershipId),
    (context) => stopReminders(context, { token }),
    () => revalidatePath('/book', 'layout'),
  )(previous, form)
}
