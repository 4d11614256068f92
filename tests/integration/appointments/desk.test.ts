import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { bookingDesk } from '@/lib/appointments/server/booking-desk'
import { callFile } from '@/lib/appointments/server/call-file'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { keepNote } from '@/lib/customers/server/keep-note'
import { messageText } from '@/lib/i18n/messages'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { aPastOrder } from './given-past'
import { aCall, at, packageOf } from './support'

test('S1-07 S1-27 S1-31 X-CRM-12 X-CRM-20 X-CRM-29 the file at hand has all that a caller may be asked', async () => {
  const given = await aDealership()
  const car = await aCustomerWithCar(given)
  const { customer, vehicle } = car
  const { order } = await aPastOrder(given, car, { hoursAgo: 24 * 220, km: 41_500 })
  await given.inside((tx) =>
    tx.customer.update({
      where: { dealershipId_id: { dealershipId: given.dealershipId, id: customer.id } },
      data: {
        tier: 'vip',
        labels: ['高频保养'],
        complaintSensitive: true,
        preferredAdviserId: given.staffId('A2'),
      },
    }),
  )
  const by = given.as('bookingReceptionist')
  await keepNote(by, { customerId: customer.id, text: '女儿今年高考' })
  const booked = await bookAppointment(by, aCall({ customerId: customer.id, vehicleId: vehicle.id }))
  const file = await callFile(by, { customerId: customer.id, vehicleId: vehicle.id })
  expect(file).toMatchObject({
    customer: {
      name: '张伟',
      tier: 'vip',
      labels: ['高频保养'],
      complaintSensitive: true,
      preferredAdviser: { name: '李顾问' },
      phoneWrong: false,
    },
    notes: [{ text: '女儿今年高考' }],
    vehicle: { plate: vehicle.plate, model: '凯美瑞' },
    reading: { km: 41_500 },
    monthsSince: 7,
    offerCheck: true,
    orders: [{ no: order.no, km: 41_500, work: [{ name: '小保养' }] }],
    needs: [{ kind: 'other', reference: 'check' }],
    booked: { id: booked.id, no: booked.no },
    openComplaints: 0,
  })
})

test('the file opens only for who may read customers, and only of a car that is this customer’s', async () => {
  const given = await aDealership()
  const [one, other] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const there = await aCustomerWithCar(await aDealership())
  const by = given.as('serviceAdviser')
  const of = { customerId: one.customer.id, vehicleId: one.vehicle.id }
  await expect(callFile(given.as('technician'), of)).rejects.toMatchObject({ code: 'auth.forbidden' })
  for (const wrong of [
    { ...of, vehicleId: other.vehicle.id },
    { ...of, customerId: other.customer.id },
    { customerId: there.customer.id, vehicleId: there.vehicle.id },
  ])
    await expect(callFile(by, wrong)).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(callFile(by, { ...of, vehicleId: "1' OR true" })).rejects.toThrow()
})

test('S1-24 S1-39 S1-41 from the plate tail: found, booked with package and preferred adviser, read back, and the message repeats it', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given)
  const by = given.as('bookingReceptionist')
  const [found] = await knownCars(by, { q: vehicle.plate.slice(-4) })
  expect(found).toMatchObject({ customerId: customer.id, vehicleId: vehicle.id })
  const form = {
    customerId: found?.customerId,
    vehicleId: found?.vehicleId,
    packageIds: await packageOf(given, 'A'),
    adviserId: given.staffId('A2'),
    startsAt: at('10:00'),
  }
  await expect(bookAppointment(by, form)).rejects.toMatchObject({ code: 'appointment.not-read-back' })
  const booked = await bookAppointment(by, {
    ...form,
    readBack: 'on',
    callSeconds: '95',
    callSteps: 'summary',
  })
  const kept = await appointment(by, { id: booked.id })
  expect(kept).toMatchObject({
    channel: 'phone',
    kind: 'passive',
    readBackAt: given.now,
    callSeconds: 95,
    callSteps: ['summary'],
    requestedAdviser: { name: '李顾问' },
  })
  expect(kept.labourFen + kept.partsFen).toBe(booked.priceFen)
  const [message] = await given.inside((tx) =>
    tx.outboxMessage.findMany({ where: { appointmentId: booked.id } }),
  )
  const text = messageText(message?.template ?? '', message?.facts as Record<string, string>, 'zh-CN') ?? ''
  for (const part of [vehicle.plate, '10:00', '李顾问', booked.no]) expect(text).toContain(part)
})

test('S1-102 the length above which a call counts as long is a setting', async () => {
  const given = await aDealership()
  const by = given.as('bookingReceptionist')
  expect(await bookingDesk(by, {})).toEqual({ wishMinutes: 30, longCallSeconds: 300 })
  await changeSetting(given.as('serviceManager'), { key: 'call.longSeconds', text: '120' })
  expect((await bookingDesk(by, {})).longCallSeconds).toBe(120)
  await expect(bookingDesk(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-94 a need that showed in the talk becomes an open lead of the customer and car', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given)
  const by = given.as('serviceAdviser')
  const of = { customerId: customer.id, vehicleId: vehicle.id }
  await bookAppointment(by, aCall({ ...of, need: '想换冬季轮胎' }))
  expect((await callFile(by, of)).customer.leads).toMatchObject([{ text: '想换冬季轮胎' }])
})
