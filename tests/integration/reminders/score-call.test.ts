import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { callMarks } from '@/lib/reminders/server/call-marks'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { scoreCall } from '@/lib/reminders/server/score-call'
import { aDealership } from '../../support/given'
import { aCall, at } from '../appointments/support'
import { aCarDue, tasksOf } from './given-cars'

const MARKS = { listening: '5', voice: '4', words: '3' }

test('S1-101 a manager marks the call of a booking, and marks it anew; the caller sees the marks, colleagues do not', async () => {
  const given = await aDealership()
  const { id } = await bookAppointment(given.as('bookingReceptionist'), aCall())
  const by = given.as('serviceManager')
  await scoreCall(by, { appointmentId: id, ...MARKS, note: '语速稍快' })
  expect((await appointment(by, { id })).callScore).toMatchObject({ listening: 5, voice: 4, words: 3 })
  expect((await appointment(given.as('bookingReceptionist'), { id })).callScore).toMatchObject({ voice: 4 })
  expect((await appointment(given.as('serviceAdviser'), { id })).callScore).toBeNull()
  await scoreCall(by, { appointmentId: id, ...MARKS, words: '4' })
  expect((await appointment(by, { id })).callScore).toMatchObject({ words: 4, note: '' })
})

test('S1-101 S1-94 a try that reached somebody is marked too, one that did not is not; what was needed is a lead', async () => {
  const given = await aDealership()
  const { vehicle, customer } = await aCarDue(given)
  await runReminders(given.dealershipId, given.now)
  const [task] = await tasksOf(given, vehicle.id)
  const taskId = task?.id
  const by = given.as('serviceManager')
  await recordContact(by, { taskId, result: 'notReached' })
  await recordContact(by, { taskId, result: 'reached', need: '轮胎' })
  const tries = (await contactCard(by, { taskId })).contactAttempts
  const [reached, missed] = ['reached', 'notReached'].map(
    (result) => tries.find((one) => one.result === result)?.id,
  )
  await scoreCall(by, { attemptId: reached, ...MARKS })
  const { id } = await bookAppointment(given.as('bookingReceptionist'), aCall())
  await scoreCall(by, { appointmentId: id, listening: '2', voice: '2', words: '2' })
  const other = await bookAppointment(given.as('bookingReceptionist'), aCall({ startsAt: at('11:00') }))
  await scoreCall(by, { appointmentId: other.id, listening: '3', voice: '2', words: '2' })
  expect(await callMarks(by, {})).toMatchObject([
    { name: '吴预约', calls: 2, listening: 2.5, voice: 2, words: 2 },
    { name: '蒋经理', calls: 1, listening: 5, voice: 4, words: 3 },
  ])
  await expect(callMarks(given.as('bookingReceptionist'), {})).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  const card = await contactCard(by, { taskId })
  expect(card.contactAttempts.find(({ id }) => id === reached)?.callScore).toMatchObject({ listening: 5 })
  await expect(scoreCall(by, { attemptId: missed, ...MARKS })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  expect(await given.inside((tx) => tx.lead.findMany())).toMatchObject([
    { customerId: customer.id, vehicleId: vehicle.id, text: '轮胎', outcome: 'open' },
  ])
})

test('marks are from one to five, for one call of the own house, and given by managers alone', async () => {
  const given = await aDealership()
  const { id } = await bookAppointment(given.as('serviceAdviser'), aCall())
  const by = given.as('serviceManager')
  const of = { appointmentId: id, ...MARKS }
  for (const wrong of [
    { ...of, voice: '0' },
    { ...of, voice: '6' },
    { ...of, words: '2.5' },
    { ...of, listening: '' },
    { ...of, attemptId: id },
    MARKS,
    { ...of, note: 'x'.repeat(301) },
  ])
    await expect(scoreCall(by, wrong), JSON.stringify(wrong)).rejects.toThrow()
  await expect(scoreCall(given.as('serviceAdviser'), of)).rejects.toMatchObject({ code: 'auth.forbidden' })
  const there = (await aDealership()).as('serviceManager')
  await expect(scoreCall(there, of)).rejects.toMatchObject({ code: 'common.not-found' })
  const store = await bookAppointment(given.as('serviceAdviser'), aCall({ channel: 'store' }))
  await expect(scoreCall(by, { ...of, appointmentId: store.id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
