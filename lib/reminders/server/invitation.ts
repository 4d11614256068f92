import 'server-only'
import * as z from 'zod'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { SOLD } from '@/lib/customers/transfer'
import { command, query, type Context } from '@/lib/server/doors'
import type { Tx } from '@/lib/server/db'
import { contactFlow } from '../contact'
import { contactAtHand, moveContact } from './contact-at-hand'
import { invitedTaskId } from './invitation-token'

const ByToken = z.object({ token: z.string().max(200) })

const invitedTask = async (tx: Tx, dealershipId: string, token: string, now: Date) => {
  const task = await tx.contactTask.findUnique({
    where: { dealershipId_id: { dealershipId, id: invitedTaskId(dealershipId, token, now) } },
    include: {
      vehicle: { select: { plate: true, vin: true } },
      customer: { select: { name: true, formOfAddress: true, phone: true, phoneWrongAt: true } },
      plan: { select: { name: true, offer: true } },
      package: { select: { id: true, name: true, nameEn: true } },
    },
  })
  if (!task) throw new Refusal('common.not-found')
  if (!contactFlow.may(task.status, 'book')) throw new Refusal('reminder.link-over')
  const { vehicleId, customerId } = task
  const sold = await tx.vehicleParty.count({
    where: { dealershipId, vehicleId, customerId, endReason: SOLD },
  })
  if (sold) throw new Refusal('reminder.link-over')
  return task
}

/**
 * What the holder of an invitation sees before any code: what its message has said, and no telephone, history or other car.
 * Refuses `common.not-found`, and `reminder.link-over` when it is too old or its contact has ended.
 */
export const invitation = query(
  'reminder.invited',
  ByToken,
  async ({ tx, actor: { dealershipId }, now }, { token }) => {
    const { vehicle, customer, ...task } = await invitedTask(tx, dealershipId, token, now)
    return {
      class: task.class,
      name: customer.name,
      formOfAddress: customer.formOfAddress,
      plate: vehicle.plate,
      hasPlate: vehicle.plate !== vehicle.vin,
      dueOn: fromDateColumn(task.dueOn),
      package: task.package,
      discountBp: task.discountBp,
      occasion: task.class === 'recall' || task.class === 'campaign' ? (task.plan?.name ?? '') : '',
      offer: task.plan?.offer ?? '',
    }
  },
)

const invitedPhone = query(
  'reminder.invited',
  ByToken,
  async ({ tx, actor: { dealershipId }, now }, { token }) => {
    const { customer } = await invitedTask(tx, dealershipId, token, now)
    if (!customer.phone || customer.phoneWrongAt) throw new Refusal('reminder.no-number')
    return customer.phone
  },
)

const Asking = ByToken.extend({
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  address: z.string().max(64).default(''),
})

/**
 * Sends the code to the number the invitation went to, which the reader need not type and does not see. Refuses as `invitation`
 * and `requestPhoneCode`, and `reminder.no-number` when there is none that works.
 */
export async function sendInvitedCode(context: Context, raw: unknown) {
  const { token, locale, address } = Asking.parse(raw)
  const phone = await invitedPhone(context, { token })
  return requestPhoneCode(context, { phone, locale, address })
}

const Proving = ByToken.extend({ code: z.string().trim() })

/** Checks the code of an invitation; only then the number is told. Refuses as `provePhone`. */
export async function proveInvited(context: Context, raw: unknown) {
  const { token, code } = Proving.parse(raw)
  const phone = await invitedPhone(context, { token })
  return provePhone(context, { phone, code })
}

/**
 * The booking that came of an invitation: its contact is booked at once and the booking is an active one (S1-01, S1-13), so
 * that it gets the discount it was offered (S1-06). Refuses as `invitation`, and `common.not-found` for the booking of another car.
 */
export const keepInvitedBooking = command(
  'reminder.bookInvited',
  ByToken.extend({ appointmentId: id }),
  async ({ tx, actor: { dealershipId }, now }, { token, appointmentId }) => {
    const task = await contactAtHand(tx, dealershipId, invitedTaskId(dealershipId, token, now))
    const { count } = await tx.appointment.updateMany({
      where: { dealershipId, id: appointmentId, vehicleId: task.vehicleId },
      data: { kind: 'active' },
    })
    if (!count) throw new Refusal('common.not-found')
    await moveContact(tx, task, 'book', { appointmentId, closedAt: now, reason: 'booked' })
    return {
      result: { taskId: task.id },
      subject: { type: 'contactTask', id: task.id },
      facts: { class: task.class, linked: true },
    }
  },
)
