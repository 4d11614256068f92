import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { contactFigures } from '@/lib/reminders/server/contact-figures'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { reminderList } from '@/lib/reminders/server/reminder-list'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { linkBooking, optOut, postponeContact } from '@/lib/reminders/server/settle-contact'
import { aDealership, aMobile, type GivenDealership } from '../../support/given'
import { aCarDue, tasksOf } from './given-cars'

/** A car on the list, and the adviser who calls. */
async function onTheList(over: Parameters<typeof aCarDue>[1] = {}) {
  const here = await aDealership()
  const { vehicle, customer } = await aCarDue(here, over)
  await runReminders(here.dealershipId, here.now)
  const [task] = await tasksOf(here, vehicle.id)
  const by = here.as('serviceAdviser')
  const attempt = (input: object, at = here.now) =>
    recordContact({ ...by, now: at }, { taskId: task?.id, ...input })
  return { here, vehicle, customer, taskId: task?.id ?? '', by, attempt }
}

const aBooking = ({ dealershipId, inside, now }: GivenDealership, vehicleId: string, customerId: string) =>
  inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId,
        no: 'B1',
        status: 'confirmed',
        kind: 'active',
        channel: 'phone',
        customerId,
        vehicleId,
        startsAt: hoursAfter(now, 72),
        receptionEndsAt: hoursAfter(now, 73),
        labourMinutes: 60,
        createdAt: hoursAfter(now, 1),
      },
    }),
  )
const fileOf = ({ dealershipId, inside }: GivenDealership, id: string) =>
  inside((tx) => tx.customer.findUniqueOrThrow({ where: { dealershipId_id: { dealershipId, id } } }))

test('S1-14 S1-102 each attempt is kept with its result, length, channel and caller; three misses end the contact', async () => {
  const { here, taskId, attempt } = await onTheList()
  const [task] = await here.inside((tx) => tx.contactTask.findMany({ select: { nextAt: true } }))
  expect(task?.nextAt).toEqual(here.now)
  expect(await attempt({ result: 'notReached', seconds: 20, channel: 'wechat' })).toMatchObject({
    status: 'open',
  })
  expect(await attempt({ result: 'notReached' })).toMatchObject({ status: 'open' })
  expect(await attempt({ result: 'notReached' })).toMatchObject({ status: 'unreached' })
  const kept = await here.inside((tx) =>
    tx.contactAttempt.findMany({ where: { taskId }, orderBy: { id: 'asc' } }),
  )
  expect(kept[0]).toMatchObject({
    result: 'notReached',
    reached: false,
    booked: false,
    seconds: 20,
    channel: 'wechat',
    byId: here.staffId('A1'),
  })
  await expect(attempt({ result: 'reached' })).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('S1-14 whoever wants to be called later is, and a time in the past is refused', async () => {
  const { here, by, taskId, attempt } = await onTheList()
  await expect(attempt({ result: 'callLater' })).rejects.toMatchObject({ code: 'reminder.later-when' })
  const callAt = hoursAfter(here.now, 26)
  await attempt({ result: 'callLater', callAt: callAt.toISOString() })
  expect((await reminderList(by, { class: 'due', view: 'open' })).rows).toEqual([])
  expect((await reminderList(by, { class: 'due', view: 'later' })).rows).toMatchObject([
    { id: taskId, nextAt: callAt },
  ])
  const until = hoursAfter(here.now, 50)
  await postponeContact(by, { taskId, until: until.toISOString() })
  expect((await reminderList(by, { class: 'due', view: 'later' })).rows).toMatchObject([{ nextAt: until }])
  await expect(postponeContact(by, { taskId, until: here.now.toISOString() })).rejects.toMatchObject({
    code: 'reminder.later-when',
  })
})

test('S1-15 X-CRM-06 a wrong number is marked, corrected in the same form, and proven by the next call that reaches', async () => {
  const { here, customer, attempt } = await onTheList()
  const right = aMobile()
  expect(await attempt({ result: 'wrongNumber', newPhone: right })).toMatchObject({ status: 'open' })
  expect(await fileOf(here, customer.id)).toMatchObject({
    phone: right,
    phoneWrongAt: null,
    verifiedAt: null,
  })
  await attempt({ result: 'reached', summary: 'ok' })
  expect(await fileOf(here, customer.id)).toMatchObject({ verifiedAt: here.now })
  expect(await attempt({ result: 'wrongNumber' })).toMatchObject({ status: 'unreached' })
  expect(await fileOf(here, customer.id)).toMatchObject({ phone: right, phoneWrongAt: here.now })
  const events = await here.inside((tx) => tx.event.findMany({ where: { name: 'reminder.attempt' } }))
  expect(JSON.stringify(events)).not.toContain(right)
})

test('S1-14 booked needs a booking; the one that is there is linked', async () => {
  const { here, vehicle, customer, attempt } = await onTheList()
  await expect(attempt({ result: 'booked' })).rejects.toMatchObject({ code: 'reminder.book-first' })
  const { id } = await aBooking(here, vehicle.id, customer.id)
  expect(await attempt({ result: 'booked' })).toMatchObject({ status: 'booked' })
  expect(await tasksOf(here)).toMatchObject([{ status: 'booked', appointmentId: id }])
})

test('S1-01 S1-13 a booking made from the card belongs to its call at once, and only the booking of this car', async () => {
  const { here, by, vehicle, customer, taskId } = await onTheList()
  const other = await aCarDue(here)
  const strange = await aBooking(here, other.vehicle.id, other.customer.id)
  await expect(linkBooking(by, { taskId, appointmentId: strange.id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await here.inside((tx) => tx.appointment.updateMany({ where: { id: strange.id }, data: { no: 'B0' } }))
  await here.inside((tx) =>
    tx.appointment.updateMany({ where: { id: strange.id }, data: { status: 'cancelled' } }),
  )
  const { id } = await aBooking({ ...here, now: hoursAfter(here.now, 5) }, vehicle.id, customer.id)
  expect(await linkBooking(by, { taskId, appointmentId: id })).toMatchObject({ linked: true })
  expect(await linkBooking(by, { taskId, appointmentId: id })).toMatchObject({ linked: false })
  expect(await tasksOf(here, vehicle.id)).toMatchObject([{ status: 'booked', appointmentId: id }])
  const attempts = await here.inside((tx) => tx.contactAttempt.findMany({ where: { taskId } }))
  expect(attempts).toMatchObject([{ result: 'booked', reached: true, booked: true }])
})

test('X-CRM-19 whoever wants no reminders is left in peace from then on', async () => {
  const { here, by, taskId, vehicle } = await onTheList()
  await optOut(by, { taskId })
  expect(await tasksOf(here, vehicle.id)).toMatchObject([{ status: 'optedOut' }])
  await runReminders(here.dealershipId, hoursAfter(here.now, 24 * 30))
  expect(await tasksOf(here, vehicle.id)).toHaveLength(1)
})

test('a refusal is respected for the rest of the cycle', async () => {
  const { here, vehicle, attempt } = await onTheList()
  await attempt({ result: 'refused' })
  await runReminders(here.dealershipId, hoursAfter(here.now, 24 * 30))
  expect(await tasksOf(here, vehicle.id)).toMatchObject([{ status: 'refused', class: 'due' }])
})

test('S1-07 S1-09 S1-20 the card says whom to address, what is due and why, what was declined, and how often they were called', async () => {
  const { here, by, vehicle, customer, taskId, attempt } = await onTheList({
    registeredOn: '2026-07-10',
    readings: [
      [100, 1000],
      [10, 8200],
    ],
  })
  const { dealershipId } = here
  await here.inside(async (tx) => {
    const visit = await tx.visit.create({
      data: {
        dealershipId,
        no: 'V0',
        status: 'closed',
        vehicleId: vehicle.id,
        senderId: customer.id,
        arrivedAt: hoursAfter(here.now, -900),
      },
    })
    const order = await tx.repairOrder.create({
      data: {
        dealershipId,
        no: 'R0',
        type: 'generalRepair',
        status: 'cancelled',
        visitId: visit.id,
        vehicleId: vehicle.id,
        customerId: customer.id,
        createdAt: hoursAfter(here.now, -900),
      },
    })
    await tx.job.create({
      data: {
        dealershipId,
        orderId: order.id,
        position: 1,
        kind: 'operation',
        title: '刹车片',
        titleEn: 'Brake pads',
        status: 'declined',
        minutes: 60,
        labourFen: 100,
      },
    })
  })
  await attempt({ result: 'reached', need: '轮胎' })
  const card = await contactCard(by, { taskId })
  expect(card).toMatchObject({
    customer: { name: customer.name, phone: customer.phone, verified: true },
    due: { reason: 'distance', usage: 'readings', metresPerDay: 80_000, remainingKm: 1000, monthsSince: 4 },
    declined: [{ title: '刹车片' }],
    contacts: { had: 2, limit: 2 },
    contactAttempts: [{ result: 'reached', need: '轮胎' }],
  })
  await expect(contactCard(by, { taskId: customer.id })).rejects.toMatchObject({ code: 'common.not-found' })
})

test('X-KPI-01 X-KPI-02 S1-17 the rates count contacts, not tries, each over its own number', async () => {
  const here = await aDealership()
  const cars = []
  for (let count = 0; count < 4; count++) cars.push(await aCarDue(here))
  await runReminders(here.dealershipId, here.now)
  const by = here.as('serviceAdviser')
  const [a, b, c] = await Promise.all(
    cars.map(async ({ vehicle }) => (await tasksOf(here, vehicle.id))[0]?.id),
  )
  await recordContact(by, { taskId: a, result: 'notReached' })
  await recordContact(by, { taskId: a, result: 'reached' })
  await recordContact(by, { taskId: b, result: 'notReached' })
  await aBooking(here, cars[2]?.vehicle.id ?? '', cars[2]?.customer.id ?? '')
  await recordContact(by, { taskId: c, result: 'booked' })
  expect(await contactFigures(by, { days: '30' })).toMatchObject({
    contacted: 3,
    reached: 2,
    booked: 1,
    reachedBp: 6667,
    bookedOfContactedBp: 3333,
    bookedOfReachedBp: 5000,
    targetBp: 9000,
    referenceBp: null,
    written: 4,
    verified: 2,
    customers: 4,
  })
  const later = { ...by, now: hoursAfter(here.now, 24 * 31) }
  expect(await contactFigures(later, { days: 30 })).toMatchObject({ contacted: 0, reachedBp: null })
})

test('S1-19 a person sees the own portfolio, and a technician nothing of it', async () => {
  const { here, by, taskId } = await onTheList()
  expect((await reminderList(by, { mine: true })).rows).toEqual([])
  expect((await reminderList(by, {})).rows).toMatchObject([{ id: taskId, attempts: 0 }])
  const technician = here.as('technician')
  for (const door of [
    reminderList(technician, {}),
    contactCard(technician, { taskId }),
    recordContact(technician, { taskId, result: 'reached' }),
    optOut(technician, { taskId }),
    postponeContact(technician, {}),
    linkBooking(technician, {}),
    contactFigures(technician, {}),
  ])
    await expect(door).rejects.toMatchObject({ code: 'auth.forbidden' })
  const other = (await aDealership()).as('serviceAdviser')
  await expect(recordContact(other, { taskId, result: 'reached' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('S1-96 the seven checks before a call are kept with what came of it', async () => {
  const { here, by, taskId, attempt } = await onTheList()
  await attempt({ result: 'reached', checks: ['hour', 'number', 'quiet', 'quiet'] })
  const [kept] = await here.inside((tx) => tx.contactAttempt.findMany({ where: { taskId } }))
  expect(kept?.callSteps).toEqual(['hour', 'number', 'quiet'])
  expect(await contactCard(by, { taskId })).toMatchObject({
    contactAttempts: [{ callSteps: ['hour', 'number', 'quiet'] }],
    house: { phone: expect.any(String), address: expect.any(String) },
  })
  await expect(attempt({ result: 'reached', checks: ['shout'] })).rejects.toMatchObject({ name: 'ZodError' })
})

test('S1-97 the stages of a call that were gone through are kept with the attempt and seen again in their order', async () => {
  const { by, taskId, attempt } = await onTheList()
  await attempt({ result: 'reached', stages: ['content', 'greet', 'identity', 'greet'] })
  await attempt({ result: 'notReached' })
  expect((await contactCard(by, { taskId })).contactAttempts).toMatchObject([
    { callStages: [] },
    { callStages: ['greet', 'identity', 'content'] },
  ])
  await expect(attempt({ result: 'reached', stages: ['sing'] })).rejects.toMatchObject({ name: 'ZodError' })
})
