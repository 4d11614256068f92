import { expect, test } from 'vitest'
import { acceptOffer, withdrawWaiting } from '@/lib/appointments/server/answer-offer'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { joinWaitingList } from '@/lib/appointments/server/join-waiting-list'
import { offerNow, offerPlaces } from '@/lib/appointments/server/offer-places'
import { waitingList } from '@/lib/appointments/server/waiting-list'
import { minutesAfter } from '@/lib/core/time'
import { layOutDays } from '@/lib/dealership/server/capacity-ledger'
import { clockWork } from '@/lib/kpi/server/clock-work'
import { aDealership, aMobile, aPlate, type GivenDealership } from '../../support/given'
import { aCall, aProvenPhone, at, slotsOn } from './support'

const DAY = '2026-11-24'

/** A day in which one car with an hour's work may come, and has been booked. */
async function aFullDay() {
  const given = await aDealership()
  const { dealershipId, now } = given
  await given.inside(async (tx) => {
    await tx.shift.deleteMany({
      where: { staff: { roles: { has: 'technician' }, employeeNo: { not: 'T1' } } },
    })
    await tx.setting.create({ data: { dealershipId, key: 'booking.rateBp', value: 1250, changedAt: now } })
    await layOutDays(tx, { dealershipId, from: DAY, to: DAY })
  })
  const { id } = await bookAppointment(given.as('serviceAdviser'), aCall({ wishes: ['a', 'b'] }))
  return { given, booked: id }
}

const wish = (over: Record<string, unknown> = {}) => ({
  plate: aPlate(),
  name: '候补',
  phone: aMobile(),
  wishes: ['a', 'b'],
  firstDay: DAY,
  lastDay: DAY,
  ...over,
})
const join = (given: GivenDealership, minutes: number, over: Record<string, unknown> = {}) =>
  joinWaitingList(given.as('bookingReceptionist', { now: minutesAfter(given.now, minutes - 60) }), wish(over))
const entryOf = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.waitingEntry.findFirstOrThrow({ where: { id }, include: { appointment: true } }))
const cancel = (given: GivenDealership, appointmentId: string) =>
  cancelAppointment(given.as('serviceAdviser'), { appointmentId, reason: 'noTime' })
const jobs = (given: GivenDealership) =>
  given.inside((tx) => tx.waitingEntry.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } }))

test('a freed place is held for the first whose wish fits, told with a link, and nobody else finds it free', async () => {
  const { given, booked } = await aFullDay()
  const tooLong = await join(given, 0, { wishes: Array<string>(10).fill('x') })
  const first = await join(given, 1, { parts: ['afternoon'] })
  const second = await join(given, 2)
  expect(await offerPlaces(given.asSystem())).toBe(0)
  await cancel(given, booked)
  expect(await offerPlaces(given.asSystem())).toBe(1)
  const entry = await entryOf(given, first.id)
  expect(entry).toMatchObject({
    status: 'offered',
    appointment: {
      status: 'requested',
      startsAt: new Date(at('13:00')),
      heldUntil: minutesAfter(given.now, 15),
    },
  })
  expect(await entryOf(given, second.id)).toMatchObject({ status: 'waiting', appointmentId: null })
  expect(await entryOf(given, tooLong.id)).toMatchObject({ status: 'waiting' })
  expect(await slotsOn(given, DAY)).toMatchObject({ state: 'full', slots: [] })
  const told = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { template: 'waiting-offer' } }),
  )
  expect(told.appointmentId).toBe(entry.appointmentId)
  expect(told.facts).toMatchObject({
    link: expect.stringMatching(/^\/v\//),
    heldUntil: minutesAfter(given.now, 15).toISOString(),
  })
})

test('taken in time, the place is a confirmed booking; a stranger and a latecomer cannot take it', async () => {
  const { given, booked } = await aFullDay()
  const { id } = await join(given, 0)
  await cancel(given, booked)
  await offerPlaces(given.asSystem())
  const { appointmentId: offer, customerId } = await entryOf(given, id)
  const appointmentId = offer ?? ''
  await expect(
    acceptOffer(given.asCustomer({ customerId, appointmentId: booked }), { appointmentId }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  const late = { now: minutesAfter(given.now, 15) }
  await expect(
    acceptOffer(given.asCustomer({ customerId, appointmentId }, late), { appointmentId }),
  ).rejects.toMatchObject({ code: 'waiting.hold-over' })
  await acceptOffer(given.asCustomer({ customerId, appointmentId }), { appointmentId })
  expect(await entryOf(given, id)).toMatchObject({
    status: 'taken',
    appointment: { status: 'confirmed', heldUntil: null },
  })
  await clockWork(given.dealershipId, minutesAfter(given.now, 16))
  expect(await entryOf(given, id)).toMatchObject({ status: 'taken', appointment: { status: 'confirmed' } })
})

test('a hold nobody takes ends after its minutes, and the next person gets the place', async () => {
  const { given, booked } = await aFullDay()
  const [first, second] = [await join(given, 0), await join(given, 1)]
  await cancel(given, booked)
  await offerPlaces(given.asSystem())
  await clockWork(given.dealershipId, minutesAfter(given.now, 14))
  expect(await entryOf(given, first.id)).toMatchObject({ status: 'offered' })
  const later = minutesAfter(given.now, 15)
  await clockWork(given.dealershipId, later)
  await clockWork(given.dealershipId, later)
  expect(await entryOf(given, first.id)).toMatchObject({
    status: 'expired',
    appointment: { status: 'cancelled', reason: 'offerOver' },
  })
  expect(await offerPlaces(given.asSystem({ now: later }))).toBe(1)
  expect(await entryOf(given, second.id)).toMatchObject({ status: 'offered' })
})

test('two jobs and three customers at the same moment: one place, one holder', async () => {
  const { given, booked } = await aFullDay()
  for (const minute of [0, 1, 2]) await join(given, minute)
  await cancel(given, booked)
  await Promise.allSettled([
    offerPlaces(given.asSystem()),
    offerPlaces(given.asSystem()),
    ...[1, 2, 3].map(() => bookAppointment(given.as('serviceAdviser'), aCall({ wishes: ['a', 'b'] }))),
  ])
  expect(await offerPlaces(given.asSystem())).toBe(0)
  const live = await given.inside((tx) =>
    tx.appointment.count({ where: { status: { in: ['requested', 'confirmed'] } } }),
  )
  expect(live).toBe(1)
  const room = await given.inside((tx) =>
    tx.capacityDay.findFirstOrThrow({ where: { resource: 'work', day: new Date(DAY) } }),
  )
  expect(room.bookedMinutes).toBe(60)
})

test('taking and running out at the same moment: one of them happens, not both', async () => {
  const { given, booked } = await aFullDay()
  const { id } = await join(given, 0)
  await cancel(given, booked)
  await offerPlaces(given.asSystem())
  const { appointmentId: offer, customerId } = await entryOf(given, id)
  const appointmentId = offer ?? ''
  await Promise.allSettled([
    acceptOffer(given.asCustomer({ customerId, appointmentId }), { appointmentId }),
    clockWork(given.dealershipId, minutesAfter(given.now, 15)),
  ])
  const { status, appointment } = await entryOf(given, id)
  expect([`taken confirmed`, `expired cancelled`]).toContain(`${status} ${appointment?.status}`)
})

test('who gives the place back, or is taken off the list, makes room for the next', async () => {
  const { given, booked } = await aFullDay()
  const entries = [await join(given, 0), await join(given, 1), await join(given, 2)]
  await cancel(given, booked)
  await offerPlaces(given.asSystem())
  const { appointmentId, customerId } = await entryOf(given, entries[0]?.id ?? '')
  const customer = given.asCustomer({ customerId, appointmentId: appointmentId ?? '' })
  await cancelAppointment(customer, { appointmentId: appointmentId ?? '', reason: 'noTime' })
  expect(await offerPlaces(given.asSystem())).toBe(1)
  const adviser = given.as('serviceAdviser')
  await withdrawWaiting(adviser, { waitingId: entries[1]?.id })
  await expect(withdrawWaiting(adviser, { waitingId: entries[1]?.id })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  expect(await waitingList(adviser, {})).toMatchObject([{ id: entries[2]?.id, firstDay: DAY }])
  await offerNow(adviser, { waitingId: entries[2]?.id })
  expect(await jobs(given)).toEqual([
    { status: 'offered', _count: 1 },
    { status: 'withdrawn', _count: 2 },
  ])
})

test('a job is left when room becomes free and somebody waits, and only then', async () => {
  const { given, booked } = await aFullDay()
  const { Client } = await import('pg')
  const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  const left = async () => {
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = $1', [
      `offer-places:${given.dealershipId}`,
    ])
    return (rows[0] as { n: number }).n
  }
  expect(await left()).toBe(0)
  await cancel(given, booked)
  expect(await left()).toBe(0)
  await join(given, 0)
  expect(await left()).toBe(1)
  await owner.end()
})

test('a visitor joins with a proven number, once for a car; a bad range and a stranger are refused', async () => {
  const given = await aDealership()
  const { phone, proof } = await aProvenPhone(given)
  const own = wish({ phone, proof })
  await expect(joinWaitingList(given.asVisitor(), { ...own, proof: '' })).rejects.toMatchObject({
    code: 'appointment.phone-not-proven',
  })
  await joinWaitingList(given.asVisitor(), own)
  await expect(joinWaitingList(given.asVisitor(), own)).rejects.toMatchObject({
    code: 'waiting.already-waits',
  })
  for (const days of [{ firstDay: '2026-11-25' }, { firstDay: '2026-11-01', lastDay: '2026-11-22' }])
    await expect(joinWaitingList(given.as('serviceAdviser'), wish(days))).rejects.toMatchObject({
      code: 'waiting.days-out-of-order',
    })
  const [{ id: waitingId } = { id: '' }] = await waitingList(given.as('serviceAdviser'), {})
  for (const attempt of [
    () => joinWaitingList(given.as('technician'), wish()),
    () => offerNow(given.as('technician'), { waitingId }),
    () => withdrawWaiting(given.as('foreman'), { waitingId }),
    () => waitingList(given.as('technician'), {}),
    () => acceptOffer(given.as('technician'), { appointmentId: waitingId }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'auth.forbidden' })
})
