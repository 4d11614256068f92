import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { hoursAfter } from '@/lib/core/time'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import {
  invitation,
  keepInvitedBooking,
  proveInvited,
  sendInvitedCode,
} from '@/lib/reminders/server/invitation'
import { INVITATION_DAYS } from '@/lib/reminders/server/invitation-token'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { reminderStop, stopReminders } from '@/lib/reminders/server/stop-reminders'
import { aDealership, aMobile } from '../../support/given'
import { at, codeFor } from '../appointments/support'
import { aCarDue, remindersOf, tasksOf } from './given-cars'

/** A car that was reminded, and the token of its message. */
async function reminded() {
  const here = await aDealership()
  const made = await aCarDue(here, { name: '王芳', phone: aMobile() })
  await runReminders(here.dealershipId, here.now)
  const [message] = await remindersOf(here)
  const { link } = message?.facts as { link: string }
  const [path = '', token = ''] = link.split('/car/')
  expect(path).toBe(`/book/${here.code}`)
  return { here, ...made, token, visitor: here.asVisitor() }
}
const later = (days: number, from: Date) => hoursAfter(from, 24 * days)

test('S1-01 S1-13 the link of a reminder opens the booking of its car, proves its number unseen, and books', async () => {
  const { here, vehicle, customer, token, visitor } = await reminded()
  const shown = await invitation(visitor, { token })
  expect(shown).toMatchObject({ class: 'due', name: '王芳', plate: vehicle.plate, discountBp: 9000 })
  expect(JSON.stringify(shown)).not.toContain(customer.phone)
  const sent = await sendInvitedCode(visitor, { token })
  expect(JSON.stringify(sent)).not.toContain(customer.phone)
  const { phone, proof } = await proveInvited(visitor, { token, code: await codeFor(here, customer.phone) })
  const booked = await bookAppointment(visitor, {
    plate: shown.plate,
    name: shown.name,
    phone,
    proof,
    wishes: ['保养'],
    startsAt: at('10:00'),
  })
  await keepInvitedBooking(visitor, { token, appointmentId: booked.id })
  expect(await tasksOf(here)).toMatchObject([{ status: 'booked', appointmentId: booked.id }])
  const booking = await here.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id: booked.id } }))
  expect(booking).toMatchObject({ kind: 'active', customerId: customer.id, vehicleId: vehicle.id })
  await expect(invitation(visitor, { token })).rejects.toMatchObject({ code: 'reminder.link-over' })
  await expect(sendInvitedCode(visitor, { token })).rejects.toMatchObject({ code: 'reminder.link-over' })
  const events = await here.inside((tx) => tx.event.findMany({ where: { name: 'reminder.bookInvited' } }))
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain(token)
})

test('R38 a link is good for its own car, its own dealership and its own days', async () => {
  const { here, token, visitor } = await reminded()
  const other = await aCarDue(here)
  const strange = await here.inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId: here.dealershipId,
        no: 'B1',
        status: 'confirmed',
        channel: 'online',
        customerId: other.customer.id,
        vehicleId: other.vehicle.id,
        startsAt: hoursAfter(here.now, 72),
        receptionEndsAt: hoursAfter(here.now, 73),
        labourMinutes: 60,
        createdAt: here.now,
      },
    }),
  )
  await expect(keepInvitedBooking(visitor, { token, appointmentId: strange.id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const [id = '', day = '', signature = ''] = token.split('.')
  const forged = [
    `${id}.${day}.${signature.replace(/^./, (one) => (one === '0' ? '1' : '0'))}`,
    `${id}.${(parseInt(day, 36) + 1).toString(36)}.${signature}`,
    `${id}`,
    'x.y.z',
    '',
  ]
  for (const wrong of forged) {
    await expect(invitation(visitor, { token: wrong })).rejects.toMatchObject({ code: 'common.not-found' })
    await expect(stopReminders(visitor, { token: wrong })).rejects.toMatchObject({ code: 'common.not-found' })
  }
  const elsewhere = (await aDealership()).asVisitor()
  await expect(invitation(elsewhere, { token })).rejects.toMatchObject({ code: 'common.not-found' })
  const lastDay = here.asVisitor({ now: later(INVITATION_DAYS, here.now) })
  expect(await invitation(lastDay, { token })).toMatchObject({ class: 'due' })
  const after = here.asVisitor({ now: later(INVITATION_DAYS + 1, here.now) })
  await expect(invitation(after, { token })).rejects.toMatchObject({ code: 'reminder.link-over' })
})

test('a number that is known to be wrong gets no code', async () => {
  const { here, customer, token, visitor } = await reminded()
  await here.inside((tx) =>
    tx.customer.updateMany({ where: { id: customer.id }, data: { phoneWrongAt: here.now } }),
  )
  await expect(sendInvitedCode(visitor, { token })).rejects.toMatchObject({ code: 'reminder.no-number' })
})

test('X-CRM-19 one tap on the link of a reminder ends reminders, also when the link is old, and the file says so', async () => {
  const { here, vehicle, customer, token } = await reminded()
  const old = here.asVisitor({ now: later(400, here.now) })
  expect(await reminderStop(old, { token })).toEqual({ plateTail: vehicle.plate.slice(-4), stopped: false })
  await stopReminders(old, { token })
  await stopReminders(old, { token })
  expect(await reminderStop(old, { token })).toMatchObject({ stopped: true })
  expect(await tasksOf(here)).toMatchObject([{ status: 'optedOut' }])
  const file = await customerFile(here.as('serviceAdviser'), { customerId: customer.id })
  expect(file.consents).toMatchObject([{ kind: 'marketing', given: false, channel: 'online' }])
  const said = await here.inside((tx) => tx.consent.count({ where: { customerId: customer.id } }))
  expect(said).toBe(1)
})

test('nobody of the staff opens an invitation', async () => {
  const { here, token } = await reminded()
  for (const door of [invitation, keepInvitedBooking, reminderStop, stopReminders])
    await expect(door(here.as('serviceManager'), { token })).rejects.toMatchObject({ code: 'auth.forbidden' })
})
