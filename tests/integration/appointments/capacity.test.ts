import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { layOutDays } from '@/lib/dealership/server/capacity-ledger'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { aDealership, type GivenDealership } from '../../support/given'
import { aCall, at, packageOf, slotsOn } from './support'

const DAY = '2026-11-24'

/** One technician, of whose day exactly `minutes` may be booked. */
const roomFor = (given: GivenDealership, minutes: number) =>
  given.inside(async (tx) => {
    const { dealershipId, now } = given
    await tx.shift.deleteMany({
      where: { staff: { roles: { has: 'technician' }, employeeNo: { not: 'T1' } } },
    })
    const value = Math.ceil((minutes * 10_000) / 480)
    await tx.setting.create({ data: { dealershipId, key: 'booking.rateBp', value, changedAt: now } })
    await layOutDays(tx, { dealershipId, from: DAY, to: DAY })
  })

const layOut = (given: GivenDealership) =>
  given.inside((tx) => layOutDays(tx, { dealershipId: given.dealershipId, from: DAY, to: DAY }))
const generalOf = (given: GivenDealership) =>
  given.inside((tx) =>
    tx.capacityDay.findFirstOrThrow({ where: { resource: 'skill:general', day: new Date(DAY) } }),
  )

const outcomes = (settled: PromiseSettledResult<unknown>[]) => ({
  booked: settled.filter(({ status }) => status === 'fulfilled').length,
  refused: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code as string] : [])),
})

test('S1-52 S1-53 S1-69 X-TEC-15 bookable minutes of a day come from the shifts of certified technicians', async () => {
  const given = await aDealership()
  const day = await slotsOn(given, DAY)
  expect(day).toMatchObject({
    availableMinutes: 3 * 480,
    bookableMinutes: 1152,
    freeMinutes: 1152,
    bookedMinutes: 0,
    state: 'open',
  })
  await given.inside((tx) =>
    tx.staff.updateMany({ where: { employeeNo: 'T1' }, data: { certifiedUntil: new Date('2026-11-01') } }),
  )
  await given.inside((tx) =>
    tx.shift.updateMany({
      where: { staff: { employeeNo: 'T2' }, day: new Date(DAY) },
      data: { kind: 'training' },
    }),
  )
  await layOut(given)
  expect(await slotsOn(given, DAY)).toMatchObject({ availableMinutes: 480, bookableMinutes: 384 })
  const major = await packageOf(given, 'C')
  expect(await slotsOn(given, DAY, { packageIds: [major], wishes: 0 })).toMatchObject({
    freeMinutes: 384,
    state: 'open',
  })
})

test('S1-54 a changed booking rate counts at once', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  await given.inside((tx) =>
    tx.setting.create({ data: { dealershipId, key: 'booking.rateBp', value: 6000, changedAt: now } }),
  )
  await layOut(given)
  expect(await slotsOn(given, DAY)).toMatchObject({ bookableMinutes: 864 })
})

test('S1-66 X-KPI-05 the booking rate of the day grows with each booking and is given back with a cancellation', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  const { id } = await bookAppointment(manager, aCall({ wishes: ['a', 'b', 'c', 'd'] }))
  expect(await slotsOn(given, DAY)).toMatchObject({
    bookedMinutes: 120,
    rateBp: 833,
    band: 'below',
    freeMinutes: 1032,
  })
  await cancelAppointment(manager, { appointmentId: id, reason: 'noTime' })
  expect(await slotsOn(given, DAY)).toMatchObject({ bookedMinutes: 0, freeMinutes: 1152 })
})

test('S1-42 the slots say when the adviser asked for is free', async () => {
  const given = await aDealership()
  await bookAppointment(given.as('serviceAdviser'), aCall({ adviserId: given.staffId('A2') }))
  const { slots } = await slotsOn(given, DAY, { adviserId: given.staffId('A2') })
  const at10 = slots.find(({ startsAt }) => startsAt === at('10:00'))
  expect(at10).toMatchObject({ advisers: 1, wanted: false, readyFrom: at('11:45'), readyAt: at('12:15') })
  expect(slots.find(({ startsAt }) => startsAt === at('10:30'))).toMatchObject({ advisers: 2, wanted: true })
  expect(slots.some(({ startsAt }) => startsAt === at('12:00'))).toBe(false)
})

test('S1-56 S1-57 a full day has no slots for self-service, other days are offered; a manager overrides with a reason', async () => {
  const given = await aDealership()
  await roomFor(given, 60)
  await bookAppointment(given.as('serviceAdviser'), aCall({ wishes: ['a', 'b'] }))
  expect(await slotsOn(given, DAY)).toMatchObject({ state: 'full', slots: [] })
  expect((await slotsOn(given, DAY, {}, given.as('serviceManager'))).slots.length).toBeGreaterThan(0)
  const more = aCall({ startsAt: at('11:00') })
  await expect(bookAppointment(given.as('serviceAdviser'), more)).rejects.toMatchObject({
    code: 'appointment.day-full',
  })
  const { id } = await bookAppointment(given.as('serviceManager'), {
    ...more,
    overrideReason: '出租车，急用',
  })
  const kept = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
  expect(kept.overrideReason).toBe('出租车，急用')
  expect(await generalOf(given)).toMatchObject({ bookableMinutes: 60, bookedMinutes: 90 })
  await cancelAppointment(given.as('serviceManager'), { appointmentId: id, reason: 'other' })
  expect(await generalOf(given)).toMatchObject({ bookedMinutes: 60 })
})

test('a skill that is used up leaves the other skills bookable', async () => {
  const given = await aDealership()
  await given.inside((tx) =>
    tx.staff.updateMany({ where: { employeeNo: 'T2' }, data: { skills: ['general'] } }),
  )
  await layOut(given)
  const [major, oil] = [await packageOf(given, 'C'), await packageOf(given, 'A')]
  const adviser = given.as('serviceAdviser')
  for (const time of ['09:00', '10:00'])
    await bookAppointment(
      adviser,
      aCall({ packageIds: [major], wishes: [], startsAt: at(time), waiting: 'leaves' }),
    )
  await expect(
    bookAppointment(
      adviser,
      aCall({ packageIds: [major], wishes: [], startsAt: at('14:00'), waiting: 'leaves' }),
    ),
  ).rejects.toMatchObject({
    code: 'appointment.day-full',
  })
  await bookAppointment(adviser, aCall({ packageIds: [oil], wishes: [], startsAt: at('14:00') }))
})

test('20 people, one slot: one gets it, 19 are told that it is taken', async () => {
  const given = await aDealership()
  await bookAppointment(given.as('serviceAdviser'), aCall())
  const settled = await Promise.allSettled(
    Array.from({ length: 20 }, () => bookAppointment(given.as('serviceAdviser'), aCall())),
  )
  const { booked, refused } = outcomes(settled)
  expect(booked).toBe(1)
  expect(refused).toEqual(Array.from({ length: 19 }, () => 'appointment.slot-taken'))
  expect(await given.inside((tx) => tx.appointment.count())).toBe(2)
})

test('20 people at different times want the last hour of the workshop: one gets it, 19 are told that the day is full', async () => {
  const given = await aDealership()
  await roomFor(given, 60)
  const times = ['09:00', '09:30', '10:00', '10:30', '11:00', '13:00', '13:30', '14:00', '14:30', '15:00']
  const calls = Array.from({ length: 20 }, (_, i) =>
    aCall({ wishes: ['a', 'b'], startsAt: at(times[i % 10] ?? '09:00') }),
  )
  const settled = await Promise.allSettled(
    calls.map((call) => bookAppointment(given.as('serviceAdviser'), call)),
  )
  const { booked, refused } = outcomes(settled)
  expect(booked).toBe(1)
  expect(new Set(refused)).toEqual(new Set(['appointment.day-full']))
  expect(await generalOf(given)).toMatchObject({ bookedMinutes: 60, bookableMinutes: 60 })
})

test('the slots are read in one statement, which sets the tenant itself, by the plan kept for it', async () => {
  const given = await aDealership()
  const sent: string[] = []
  const { Client } = await import('pg')
  const original = Client.prototype.query
  Client.prototype.query = function (this: unknown, ...given_: unknown[]) {
    const [config] = given_ as [{ name?: string; text?: string } | string]
    sent.push(typeof config === 'string' ? config : (config.name ?? config.text ?? ''))
    return (original as (...all: unknown[]) => unknown).apply(this, given_)
  } as typeof original
  try {
    await slotsOn(given, DAY)
  } finally {
    Client.prototype.query = original
  }
  expect(sent).toEqual(['slot_search'])
})
