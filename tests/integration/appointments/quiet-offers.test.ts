import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { addQuietOffer, quietOffers, withdrawQuietOffer } from '@/lib/dealership/server/quiet-offers'
import { openOrder } from '@/lib/orders/server/open-order'
import { aDealership, type GivenDealership } from '../../support/given'
import { aVisitAtDesk } from '../../support/orders'
import { aCall, at, packageOf, slotsOn } from './support'

const DAY = '2026-11-24'
const TUESDAYS = {
  weekdays: ['2'],
  from: '13:00',
  to: '15:00',
  firstDay: DAY,
  lastDay: '2026-12-31',
  percent: '20',
}

const booked = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))

test('a discount at quiet times stands on the slots of its weekday, hours and days, and nowhere else', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  await addQuietOffer(manager, TUESDAYS)
  await addQuietOffer(manager, { ...TUESDAYS, from: '14:00', percent: '5' })
  const { slots } = await slotsOn(given, DAY)
  const off = Object.fromEntries(slots.map(({ startsAt, discountBp }) => [startsAt, discountBp]))
  expect(off).toMatchObject({
    [at('11:30')]: 0,
    [at('13:00')]: 2000,
    [at('14:30')]: 2000,
    [at('15:00')]: 0,
  })
  const wednesday = await slotsOn(given, '2026-11-25')
  expect(wednesday.slots.every(({ discountBp }) => discountBp === 0)).toBe(true)
})

test('the server decides the discount at booking; price and message are with it; a move decides it anew', async () => {
  const given = await aDealership()
  await addQuietOffer(given.as('serviceManager'), TUESDAYS)
  const oil = await packageOf(given, 'A')
  const adviser = given.as('serviceAdviser')
  const call = { packageIds: [oil], wishes: [], discountBp: 9000 }
  const full = await bookAppointment(adviser, aCall({ ...call, startsAt: at('10:00') }))
  const quiet = await bookAppointment(adviser, aCall({ ...call, startsAt: at('13:30') }))
  const { labourFen } = await booked(given, quiet.id)
  expect(await booked(given, full.id)).toMatchObject({ discountBp: 0 })
  expect(await booked(given, quiet.id)).toMatchObject({ discountBp: 2000 })
  expect(full.priceFen - quiet.priceFen).toBe(labourFen / 5)
  const told = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({
      where: { appointmentId: quiet.id, template: 'appointment-confirmed' },
    }),
  )
  expect(told.facts).toMatchObject({ priceFen: quiet.priceFen, discountBp: 2000 })
  const moved = await rescheduleAppointment(adviser, {
    appointmentId: quiet.id,
    startsAt: at('15:00'),
    reason: 'noTime',
  })
  expect(await booked(given, moved.id)).toMatchObject({ discountBp: 0 })
})

test('S1-06 the order takes off the better of early booking and quiet time, never both', async () => {
  for (const [percent, early, off] of [
    ['20', true, 0.2],
    ['5', true, 0.1],
    ['5', false, 0.05],
  ] as const) {
    const given = await aDealership()
    const { dealershipId } = given
    await addQuietOffer(given.as('serviceManager'), { ...TUESDAYS, percent })
    const { id } = await bookAppointment(
      given.as('serviceAdviser'),
      aCall({ packageIds: [await packageOf(given, 'A')], wishes: [], startsAt: at('13:00') }),
    )
    const createdAt = early ? new Date(given.now.getTime() - 86_400_000) : given.now
    await given.inside((tx) =>
      tx.appointment.update({ where: { dealershipId_id: { dealershipId, id } }, data: { createdAt } }),
    )
    const { visitId } = await aVisitAtDesk(given, { appointmentId: id })
    const order = await openOrder(given.as('serviceAdviser'), { visitId })
    const [job] = await given.inside((tx) => tx.job.findMany({ where: { orderId: order.id } }))
    expect(job?.discountFen).toBe((job?.labourFen ?? 0) * off)
  }
})

test('an offer that is taken back stays for those who booked with it', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  const { id: offer } = await addQuietOffer(manager, TUESDAYS)
  const { id } = await bookAppointment(given.as('serviceAdviser'), aCall({ startsAt: at('13:00') }))
  expect((await quietOffers(manager, {})).offers).toMatchObject([{ id: offer, discountBp: 2000 }])
  await withdrawQuietOffer(manager, { id: offer })
  expect((await quietOffers(manager, {})).offers).toEqual([])
  expect((await slotsOn(given, DAY)).slots.some(({ discountBp }) => discountBp > 0)).toBe(false)
  expect(await booked(given, id)).toMatchObject({ discountBp: 2000 })
  await expect(withdrawQuietOffer(given.as('serviceManager'), { id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('an offer ends after it begins and is not over; an adviser may neither add nor take back', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  for (const over of [{ to: '13:00' }, { lastDay: '2026-11-23' }])
    await expect(addQuietOffer(manager, { ...TUESDAYS, ...over })).rejects.toMatchObject({
      code: 'quietOffer.ends-before-start',
    })
  await expect(
    addQuietOffer(manager, { ...TUESDAYS, firstDay: '2026-11-01', lastDay: '2026-11-22' }),
  ).rejects.toMatchObject({ code: 'quietOffer.over' })
  const { id } = await addQuietOffer(manager, TUESDAYS)
  for (const who of ['serviceAdviser', 'foreman', 'technician'])
    await expect(addQuietOffer(given.as(who), TUESDAYS)).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(withdrawQuietOffer(given.as('serviceAdviser'), { id })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('bad input of an offer at quiet times is refused, and a form that is sent twice makes one offer', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  for (const over of [
    { percent: '0' },
    { percent: '-10' },
    { percent: '101' },
    { percent: '十' },
    { percent: '' },
    { weekdays: [] },
    { weekdays: ['0'] },
    { weekdays: ['8'] },
    { weekdays: Array<string>(1000).fill('9') },
    { from: '25:00' },
    { from: '1300' },
    { to: '13:00' },
    { to: '12:00' },
    { firstDay: '2026-02-30' },
    { lastDay: '2026-11-01' },
    { firstDay: '2026-12-31', lastDay: '2026-12-01' },
    { firstDay: '🚗' },
  ])
    await expect(addQuietOffer(manager, { ...TUESDAYS, ...over }), JSON.stringify(over)).rejects.toThrow()
  const kept = async () => (await quietOffers(manager, {})).offers
  expect(await kept()).toEqual([])
  const once = given.as('serviceManager', { idempotencyKey: 'offer-once-0001' })
  await Promise.allSettled([addQuietOffer(once, TUESDAYS), addQuietOffer(once, TUESDAYS)])
  expect(await kept()).toHaveLength(1)
  const there = await aDealership()
  const { id } = await addQuietOffer(there.as('serviceManager'), TUESDAYS)
  await expect(withdrawQuietOffer(manager, { id })).rejects.toMatchObject({ code: 'common.not-found' })
})
