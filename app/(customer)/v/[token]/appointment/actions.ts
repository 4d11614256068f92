'use server'

import { revalidatePath } from 'next/cache'
import { acceptOffer } from '@/lib/appointments/server/answer-offer'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { chooseWay } from '@/lib/appointments/server/choose-way'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { waysOfComing } from '@/lib/appointments/server/ways-of-coming'
import type { FreeWays } from '@/lib/appointments/way'
import type { FormState } from '@/lib/core/form-state'
import { formAction } from '@/lib/server/form-action'
import { linkContext } from '@/lib/server/links'

const shown = (token: string) => () => revalidatePath(`/v/${token}/appointment`)

export async function moveVisit(token: string, previous: FormState, form: FormData) {
  return formAction(
    () => linkContext(token, { acts: true }),
    rescheduleAppointment,
    shown(token),
  )(previous, form)
}

export async function takeOffer(token: string, previous: FormState, form: FormData) {
  return formAction(() => linkContext(token, { acts: true }), acceptOffer, shown(token))(previous, form)
}

export async function cancelVisit(token: string, previous: FormState, form: FormData) {
  return formAction(() => linkContext(token, { acts: true }), cancelAppointment, shown(token))(previous, form)
}

export async function keepVisit(token: string, previous: FormState, form: FormData) {
  return formAction(
    () => linkContext(token, { acts: true }),
    confirmAppointment,
    shown(token),
  )(previous, form)
}

export async function comeAnotherWay(token: string, previous: FormState, form: FormData) {
  return formAction(() => linkContext(token, { acts: true }), chooseWay, shown(token))(previous, form)
}

export async function freeWaysAt(
  token: string,
  movingId: string,
  startsAt: string,
  readyAt: string,
): Promise<FreeWays> {
  const { pickUp, loaner, long } = await waysOfComing(await linkContext(token), {
    movingId,
    startsAt,
    readyAt,
  })
  return { pickUp, loaner, long }
}

export async function freeTimes(token: string, appointmentId: string) {
  const { days } = await openSlots(await linkContext(token), { movingId: appointmentId, days: 21 })
  return days
}
