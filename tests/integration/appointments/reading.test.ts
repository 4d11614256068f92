import { expect, test } from 'vitest'
import { arrivalsOf } from '@/lib/appointments/server/arrivals-of'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { messagesSent } from '@/lib/appointments/server/messages-sent'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { menu } from '@/lib/catalogue/server/menu'
import { packageQuote } from '@/lib/catalogue/server/package-quote'
import { minutesAfter } from '@/lib/core/time'
import { messageText } from '@/lib/i18n/messages'
import { env } from '@/lib/server/env'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { aCall, at, packageOf } from './support'

test('S1-47 the menu shows the price of the price guide that is valid on the day', async () => {
  const given = await aDealership()
  const oil = await packageOf(given, 'A')
  const { dealershipId } = given
  await given.inside(async (tx) => {
    await tx.packagePrice.updateMany({ where: { packageId: oil }, data: { validTo: new Date('2026-12-01') } })
    await tx.packagePrice.create({
      data: {
        dealershipId,
        packageId: oil,
        labourFen: 15_000,
        partsFen: 40_000,
        validFrom: new Date('2026-12-01'),
      },
    })
  })
  const priceOn = async (day: string) =>
    (await menu(given.asVisitor(), { day })).find(({ id }) => id === oil)?.priceFen
  expect([await priceOn('2026-11-30'), await priceOn('2026-12-01')]).toEqual([51_100, 55_000])
  const quote = await given.inside((tx) => packageQuote(tx, oil, '凯美瑞', '2026-12-01'))
  expect(quote.parts.reduce((sum, { priceFen }) => sum + priceFen, 0)).toBe(quote.partsFen)
})

test('a visitor sees only what is offered online', async () => {
  const given = await aDealership()
  await given.inside((tx) =>
    tx.servicePackage.updateMany({ where: { code: 'D' }, data: { bookableOnline: false } }),
  )
  const codes = async (context: Parameters<typeof menu>[0]) =>
    (await menu(context, {})).map(({ code }) => code)
  expect(await codes(given.asVisitor())).not.toContain('D')
  expect(await codes(given.as('serviceAdviser'))).toContain('D')
})

test('the arrival list holds the bookings of the day in order, and is not for technicians', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  await bookAppointment(adviser, aCall({ startsAt: at('15:00') }))
  await bookAppointment(adviser, aCall({ startsAt: at('09:00') }))
  const { arrivals } = await arrivalsOf(adviser, { day: '2026-11-24' })
  expect(arrivals.map(({ startsAt }) => startsAt.toISOString())).toEqual([at('09:00'), at('15:00')])
  expect((await arrivalsOf({ ...adviser, now: new Date(at('09:40')) }, {})).arrivals[0]).toMatchObject({
    late: true,
    mayBeMissed: true,
  })
  await expect(arrivalsOf(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-07 a caller is found by plate tail, phone tail or name, with months since the last visit and an open booking', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given, { name: '欧阳娜娜', km: 41_000 })
  const { dealershipId } = given
  await given.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId,
        no: 'V1',
        status: 'closed',
        vehicleId: vehicle.id,
        senderId: customer.id,
        arrivedAt: new Date('2026-04-10T02:00:00Z'),
      },
    }),
  )
  const adviser = given.as('bookingReceptionist')
  await bookAppointment(adviser, aCall({ customerId: customer.id, vehicleId: vehicle.id }))
  for (const q of [vehicle.plate.slice(-4), customer.phone.slice(-4), '欧阳', 'oynn'])
    expect((await knownCars(adviser, { q }))[0]).toMatchObject({
      plate: vehicle.plate, km: 41_000, monthsSince: 7, openAppointmentAt: new Date(at('10:00')),
    }) // prettier-ignore
  expect(await knownCars(adviser, { q: '%' })).toEqual([])
  await expect(knownCars(given.as('technician'), { q: 'AB12' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S1-40 S1-43 S1-44 the outbox shows each message as the customer reads it, found by the end of the number', async () => {
  const given = await aDealership()
  const call = aCall()
  const booked = await bookAppointment(given.as('serviceAdviser'), call)
  await bookAppointment(
    given.as('serviceAdviser'),
    aCall({ startsAt: at('11:00'), locale: 'en', name: 'Anna' }),
  )
  env().BABU_DEMO = '1'
  const [message, ...others] = await messagesSent(given.as('serviceAdviser'), { tail: call.phone.slice(-5) })
  env().BABU_DEMO = ''
  expect(others).toEqual([])
  const text = messageText(message?.template ?? '', message?.facts ?? {}, 'zh-CN') ?? ''
  for (const part of [booked.no, call.plate, booked.adviserName, '10:00', '11:45', '12:15', '行驶证', '/v/'])
    expect(text).toContain(part)
  expect(await messagesSent(given.as('serviceAdviser'), {})).toHaveLength(2)
  await expect(messagesSent(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('slots and prices of one dealership are not read by another, nor by who may not', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const foreign = await packageOf(there, 'A')
  expect((await openSlots(here.asVisitor(), { packageIds: [foreign] })).minutes).toBe(0)
  await expect(openSlots(here.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('R2 free times for a booking that is to be moved are told to its own customer and to staff, to nobody else', async () => {
  const here = await aDealership()
  const booking = await bookAppointment(here.as('serviceAdviser'), aCall())
  const other = await bookAppointment(here.as('serviceAdviser'), aCall({ startsAt: at('14:00') }))
  const row = await here.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id: booking.id } }))
  const own = here.asCustomer({ customerId: row.customerId, appointmentId: booking.id })
  const times = (context: Parameters<typeof openSlots>[0], movingId: string) =>
    openSlots(context, { movingId, days: 3 })
  expect((await times(own, booking.id)).minutes).toBeGreaterThan(0)
  expect((await times(here.as('serviceAdviser'), booking.id)).minutes).toBeGreaterThan(0)
  await expect(times(own, other.id)).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(times(here.asVisitor(), booking.id)).rejects.toMatchObject({ code: 'common.not-found' })
})

test('the outbox shows every message once, page after page, also those of one moment', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const of = { dealershipId, recipient: '1', channel: 'sms', template: 'x', locale: 'en', facts: {} } as const
  const moments = [now, now, now, new Date(now.getTime() - 1), now]
  await given.inside((tx) =>
    tx.outboxMessage.createMany({ data: moments.map((createdAt) => ({ ...of, createdAt })) }),
  )
  const reader = given.as('serviceAdviser')
  const seen: string[] = []
  for (let before = '', page = []; before === '' || page.length > 0; before = seen.at(-1)!) {
    page = await messagesSent(reader, { before, most: 2 })
    seen.push(...page.map(({ id }) => id))
  }
  expect([seen.length, new Set(seen).size]).toEqual([5, 5])
})

test('the same search is worked out once until a booking, the minute, the question or who asks changes', async () => {
  const given = await aDealership()
  const asked = { wishes: 1, from: '2026-11-24', days: 1 }
  const visitor = given.asVisitor()
  const first = await openSlots(visitor, asked)
  expect(await openSlots(given.asVisitor(), asked)).toBe(first)
  expect(await openSlots(given.as('A1'), asked)).not.toBe(first)
  expect(await openSlots(visitor, { ...asked, wishes: 2 })).not.toBe(first)
  expect(await openSlots({ ...visitor, now: minutesAfter(given.now, 1) }, asked)).not.toBe(first)
  expect((await openSlots((await aDealership()).asVisitor(), asked)).days).toEqual(first.days)

  await bookAppointment(given.as('A1'), aCall({ startsAt: at('10:00') }))
  const second = await openSlots(visitor, asked)
  const advisersAt = ({ days }: typeof first) =>
    days[0]?.slots.find(({ startsAt }) => startsAt === at('10:00'))?.advisers
  expect([advisersAt(first), advisersAt(second)]).toEqual([2, 1])
})
