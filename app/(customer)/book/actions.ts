'use server'

import { headers } from 'next/headers'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { Refusal } from '@/lib/core/refusal'
import { rememberProof } from '@/lib/server/links'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import type { BookWish } from '@/components/appointments/booking-flow'
import type { SlotsWish } from '@/components/appointments/booking-when'
import { answered } from './answer'

export async function findSlots(dealershipId: string, wish: SlotsWish) {
  const { days } = await openSlots(await visitorContext(dealershipId), { ...wish })
  return days
}

export async function sendCode(dealershipId: string, phone: string) {
  return answered(async () => {
    const address = (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() ?? ''
    const locale = await currentLocale()
    return requestPhoneCode(await visitorContext(dealershipId), { phone, locale, address })
  })
}

export async function proveCode(dealershipId: string, phone: string, code: string) {
  return answered(async () => {
    const { proof } = await provePhone(await visitorContext(dealershipId), { phone, code })
    return { proof }
  })
}

export async function book(dealershipId: string, wish: BookWish) {
  return answered(async () => {
    const locale = await currentLocale()
    const { token } = await bookAppointment(await visitorContext(dealershipId), { ...wish, locale })
    if (!token) throw new Refusal('auth.link-invalid')
    await rememberProof(token)
    return { href: `/v/${token}/appointment?booked=1` }
  })
}
